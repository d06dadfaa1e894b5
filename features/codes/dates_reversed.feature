@COD040
Feature: Line ends before it begins
  From and to dates that stand the wrong way round make a line that no payer can process: it comes back as
  unprocessable, without a right of appeal, and must be sent again.

  Rule: From and to dates on one line are for a series of services, and a line without a valid to-date is returned (Pub. 100-04 ch. 26 sec. 10.4, item 24A)

    Background:
      Given the payer is other

    Scenario: A line whose last day is before its first is returned to the provider
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | 15271          | 1     | 2026-01-15      |                     |
        | Q4257          | 25    | 2026-01-15      | 2026-01-14          |
      When the claim is checked
      Then line 2 has finding COD040
        | field            | value |
        | title            | Line ends before it begins |
        | disposition      | return_to_provider |
        | message          | The last date of service, 2026-01-14, is before the first, 2026-01-15. |
        | fix              | Correct the dates of service. |
        | evidence         | date_of_service_end=2026-01-14, date_of_service=2026-01-15 |
        | remittance       | CO 16 M52 |
        | code_set_release | 2026-01 |
        | authority        | Medicare Claims Processing Manual, Pub. 100-04, ch. 26, sec. 10.4, item 24A; Medicare Claims Processing Manual, Pub. 100-04, ch. 1, as quoted by NGS Medicare (article 972099), sec. 80.3.1, incomplete or invalid claims |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | COD040  | return_to_provider |

    Scenario Outline: A line from <date_of_service> may end on <date_of_service_end>
      Given the claim lines:
        | procedure_code | units | date_of_service   | date_of_service_end   |
        | 99213          | 1     | <date_of_service> | <date_of_service_end> |
      When the claim is checked
      Then there are no findings

      Examples:
        | date_of_service | date_of_service_end |
        | 2026-01-15      | 2026-01-15          |
        | 2026-01-15      | 2026-01-16          |
        | 2025-12-31      | 2026-01-01          |
        | 2026-01-31      | 2026-03-31          |

    Scenario: A line without a last day lasts one day
      Given the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | 99213          | 1     | 2026-01-15      |                     |
      When the claim is checked
      Then there are no findings

    Scenario Outline: A line from <date_of_service> may not end on <date_of_service_end>
      Given the claim lines:
        | procedure_code | units | date_of_service   | date_of_service_end   |
        | 99213          | 1     | <date_of_service> | <date_of_service_end> |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | evidence                                                                     |
        | 1           | COD040  | return_to_provider | date_of_service_end=<date_of_service_end>, date_of_service=<date_of_service> |

      Examples:
        | date_of_service | date_of_service_end |
        | 2026-01-15      | 2026-01-14          |
        | 2026-01-01      | 2025-12-31          |
        | 2026-03-01      | 2026-02-28          |
        | 2026-01-15      | 2006-01-15          |

    Scenario: A CPT line with reversed dates is returned without a release of the HCPCS code set
      Given the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | 99213          | 1     | 2026-01-15      | 2026-01-14          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | procedure_code | date_of_service | code_set_release |
        | 1           | COD040  | 99213          | 2026-01-15      | none             |

    Scenario: An institutional line with a revenue code alone is returned too
      Given the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | revenue_code | units | date_of_service | date_of_service_end |
        | 0250         | 1     | 2026-01-15      | 2026-01-14          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD040  | return_to_provider |

    Scenario Outline: Reversed dates are returned whatever the claim type: <claim_type>
      Given the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | 99213          | 1     | 2026-01-15      | 2026-01-14          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD040  | return_to_provider |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

    Scenario Outline: Reversed dates are returned whoever the payer is: <payer_type>
      Given the payer is <payer_type>
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | 99213          | 1     | 2026-01-15      | 2026-01-14          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD040  | return_to_provider |

      Examples:
        | payer_type         |
        | medicare           |
        | medicare_advantage |
        | other              |

  Rule: Reversed dates stand beside whatever else is wrong with the line; they neither leave out other edits nor are left out

    Scenario: Reversed dates are said beside an ended code
      Given the payer is medicare
      And the partial release 2026-01 holds the code records:
        | code  | long_description                         | termination_date |
        | Q4100 | Skin substitute, not otherwise specified | 2025-12-31       |
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | Q4100          | 4     | 2026-01-15      | 2026-01-14          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD030  | return_to_provider |
        | 1           | COD040  | return_to_provider |

    Scenario: Reversed dates leave the edits on units and primary procedure standing
      Given the payer is medicare
      And the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | Q4257          | 2.5   | 2026-01-15      | 2026-01-14          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | AOC010  | line_item_denial   |
        | 1           | COD040  | return_to_provider |
        | 1           | COV080  | information        |
        | 1           | UOS020  | return_to_provider |
