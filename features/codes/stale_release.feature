@COD910
Feature: Code record is from an earlier quarter than the date of service
  CMS changes codes every quarter. A line judged by an older release may have passed by a record that no longer
  holds: what is found still counts, but what is not found proves little, and the line counts as not checked until
  the release of its quarter is loaded.

  Rule: Which version was valid is found by comparing the date of service with the dates that the maintaining body gives (HHS Administrative Simplification FAQ q0359)

    Background:
      Given the payer is other

    Scenario: A code judged by the release of the quarter before is not checked
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-04-01      |
        | Q4257          | 4     | 2026-04-01      |
      When the claim is checked
      Then line 2 has finding COD910
        | field            | value |
        | title            | Code record is from an earlier quarter than the date of service |
        | disposition      | not_checked |
        | message          | Q4257 was judged by HCPCS release 2026-01, which is older than the quarter of 2026-04-01 (by quarters: 1); a newer release may say otherwise. |
        | fix              | Load the HCPCS release of the quarter of 2026-04-01, then check again. |
        | evidence         | record_status=in_force, release_lag_quarters=1 |
        | remittance       | none |
        | code_set_release | 2026-01 |
        | authority        | Health Insurance Reform: Standards for Electronic Transactions; final rule, 65 FR 50312 (2000-08-17), Comments and responses, Code sets, a. Version control; HHS Administrative Simplification FAQ q0359 (medical code sets and dates of service), whole answer |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD910  | not_checked |

    Scenario Outline: Within the quarter of its release a record is not old: <date_of_service>
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | 15271          | 1     | <date_of_service> |
        | Q4257          | 4     | <date_of_service> |
      When the claim is checked
      Then there are no findings

      Examples:
        | date_of_service |
        | 2026-01-01      |
        | 2026-03-31      |

    Scenario Outline: On <date_of_service> the release of January 2026 is <quarters> quarters old
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | 15271          | 1     | <date_of_service> |
        | Q4257          | 4     | <date_of_service> |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                                                |
        | 2           | COD910  | not_checked | record_status=in_force, release_lag_quarters=<quarters> |

      Examples:
        | date_of_service | quarters |
        | 2026-04-01      | 1        |
        | 2026-06-30      | 1        |
        | 2026-07-01      | 2        |
        | 2026-09-30      | 2        |
        | 2026-10-01      | 3        |
        | 2026-12-31      | 3        |
        | 2027-01-01      | 4        |
        | 2036-01-01      | 40       |

    Scenario: A code that an old complete release lacks is not checked, for it may be new
      Given the complete release 2026-01 holds the code records:
        | code  |
        | Q4226 |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4752          | 4     | 2026-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                                             |
        | 1           | COD910  | not_checked | record_status=not_in_release, release_lag_quarters=1 |

    Scenario: A newer partial release that lacks the code leaves the older one in force for it
      Given the partial release 2026-01 holds the code records:
        | code  |
        | Q4226 |
      And the partial release 2026-04 holds the code records:
        | code  |
        | Q4398 |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4226          | 4     | 2026-04-01      |
        | Q4398          | 4     | 2026-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | code_set_release |
        | 1           | COD910  | not_checked | 2026-01          |

    Scenario: A newer release that holds the code takes the place of the older one
      Given the partial release 2026-01 holds the code records:
        | code  |
        | Q4226 |
      And the partial release 2026-04 holds the code records:
        | code  |
        | Q4226 |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4226          | 4     | 2026-04-01      |
      When the claim is checked
      Then there are no findings

    Scenario: A code that is known from a later release alone has no old record
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 4     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |

    Scenario: A code that partial releases lack has no old record either
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4205          | 4     | 2026-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |

    Scenario Outline: Codes of other code sets have no release to grow old: <code>
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2027-01-01      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | 15271 |
        | 0479T |
        | D7140 |

    Scenario Outline: An old record is reported whoever the payer is: <payer_type>
      Given the partial release 2026-01 holds the code records:
        | code  |
        | Q4226 |
      And the payer is <payer_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4226          | 4     | 2026-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD910  | not_checked |

      Examples:
        | payer_type         |
        | medicare           |
        | medicare_advantage |
        | other              |

  Rule: The line is judged by the old record all the same, and what that finds is said beside it

    Scenario: An old record still shows an add-on code without its primary procedure and units in parts
      Given the payer is medicare
      And the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 4.5   | 2026-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | code_set_release |
        | 1           | AOC010  | line_item_denial   | 2026-01          |
        | 1           | COD910  | not_checked        | 2026-01          |
        | 1           | COV080  | information        | 2026-01          |
        | 1           | UOS020  | return_to_provider | 2026-01          |
