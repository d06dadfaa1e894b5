@COD900
Feature: No code record is in force for the date of service
  Not checked is not a pass. Where no release of the code set speaks for the code on the day of the service, nobody
  has looked whether it is valid, covered, an add-on code or billed in the right unit: the claim counts as faulty
  until the release of that quarter is loaded.

  Rule: The code set version is the one valid when care was furnished; "health plans must be able to process earlier versions of code sets" (65 FR 50312, Code sets, a. Version control)

    Background:
      Given the payer is other

    Scenario: A code of which no loaded release holds a record is not checked
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4205          | 4     | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding COD900
        | field            | value |
        | title            | No code record is in force for the date of service |
        | disposition      | not_checked |
        | message          | No loaded HCPCS release speaks of Q4205 on 2026-01-15, or its record could not be read: edits of the families AOC, COV, MOD, PAR, SET and UOS that rest on its record were not checked. |
        | fix              | Load the HCPCS release of the quarter of 2026-01-15, or, where it is loaded, see the notices on its record; then check again. |
        | evidence         | record_status=not_loaded |
        | remittance       | none |
        | code_set_release | none |
        | authority        | Health Insurance Reform: Standards for Electronic Transactions; final rule, 65 FR 50312 (2000-08-17), Comments and responses, Code sets, a. Version control; HHS Administrative Simplification FAQ q0359 (medical code sets and dates of service), whole answer |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD900  | not_checked |

    Scenario: A code whose record is in force is checked
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: A date before the first loaded release is not checked
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4205          | 4     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                 | code_set_release |
        | 1           | COD900  | not_checked | record_status=no_release | none             |

    Scenario: A record of a later release tells a code's dates, not what it meant before
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 4.5   | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                     | code_set_release |
        | 1           | COD900  | not_checked | record_status=later_snapshot | 2026-01          |

    Scenario Outline: Q4257 on <date_of_service> is <what>
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | 15271          | 1     | <date_of_service> |
        | Q4257          | 4     | <date_of_service> |
      When the claim is checked
      Then line 2 <outcome> COD900

      Examples: the bundled records are of the first quarter of 2026
        | date_of_service | what                                       | outcome        |
        | 2022-04-01      | not checked, its record is later           | has finding    |
        | 2025-12-31      | not checked, its record is later           | has finding    |
        | 2026-01-01      | checked                                    | has no finding |
        | 2026-03-31      | checked                                    | has no finding |
        | 2026-04-01      | checked, by the record of a quarter before | has no finding |

    Scenario Outline: Without any release every Level II code is not checked: <date_of_service>
      Given no code records
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | Q4257          | 4     | <date_of_service> |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                 |
        | 1           | COD900  | not_checked | record_status=no_release |

      Examples:
        | date_of_service |
        | 2003-07-01      |
        | 2026-01-15      |

    Scenario: A code that a complete release of an earlier quarter lacks and a later one holds is not checked between them
      Given the complete release 2025-10 holds the code records:
        | code  |
        | Q4226 |
      And the complete release 2026-04 holds the code records:
        | code  | code_added_date |
        | Q4226 | 2019-10-01      |
        | Q4398 | 2026-01-01      |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4398          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                     |
        | 1           | COD900  | not_checked | record_status=later_snapshot |

    Scenario Outline: Codes of other code sets have no HCPCS record to look for: <code>
      Given no code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | 15271 |
        | 0479T |
        | D7140 |

    Scenario: An institutional line with a revenue code alone has no code to look for
      Given no code records
      And the claim type is institutional
      And the claim lines:
        | revenue_code | units | date_of_service |
        | 0250         | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: A missing record is reported whoever the payer is: <payer_type>
      Given no code records
      And the payer is <payer_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |

      Examples:
        | payer_type         |
        | medicare           |
        | medicare_advantage |
        | other              |

  Rule: What does not rest on the record is checked without it

    Background:
      Given the payer is medicare
      And no code records

    Scenario: Missing units, reversed dates and conflicting modifiers are found without a record
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service | date_of_service_end |
        | Q4257          | GA GZ     |       | 2026-01-15      | 2026-01-14          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD040  | return_to_provider |
        | 1           | COD900  | not_checked        |
        | 1           | COV060  | return_to_provider |
        | 1           | UOS010  | return_to_provider |

    Scenario: Units in parts of a square centimeter and a missing primary procedure are not seen without a record
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 4.5   | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |
