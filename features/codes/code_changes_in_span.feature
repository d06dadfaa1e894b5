@COD050
Feature: Code's meaning changes within the line's dates
  CMS changes its records by the quarter. On 2026-01-01 the skin substitutes became add-on codes: a line that runs
  from December into January is one thing on its first day and another on its last, and the payer judges the whole
  of it by one record. Two lines are judged rightly.

  Rule: From and to dates on one line are for a series of identical services (Pub. 100-04 ch. 26 sec. 10.4, item 24A), and each day has the code set valid on that day (45 CFR 162.1000(a))

    Background:
      Given the payer is other

    Scenario: A line on which the code becomes an add-on code gets the advice to split it
      Given the partial release 2025-10 holds the code records:
        | code  | long_description              |
        | Q4257 | Relese, per square centimeter |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                         |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure) |
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | Q4257          | 50    | 2025-12-31      | 2026-01-01          |
      When the claim is checked
      Then line 1 has finding COD050
        | field            | value |
        | title            | Code's meaning changes within the line's dates |
        | disposition      | advisory |
        | message          | Between 2025-12-31 and 2026-01-01 the record of Q4257 changes (add_on). |
        | fix              | Split the line at the change of quarter, so that each part is judged by its own record. |
        | evidence         | changed_in_span=add_on |
        | remittance       | none |
        | code_set_release | 2025-10 |
        | authority        | Medicare Claims Processing Manual, Pub. 100-04, ch. 26, sec. 10.4, item 24A; 45 CFR 162.1000, General requirements (code sets), (a) Medical data code sets |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD050  | advisory    |

    Scenario Outline: Only a line that crosses the change of quarter is to be split: <date_of_service> to <date_of_service_end>
      Given the partial release 2025-10 holds the code records:
        | code  | long_description              |
        | Q4257 | Relese, per square centimeter |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                         |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure) |
      And the claim lines:
        | procedure_code | units | date_of_service   | date_of_service_end   |
        | 15271          | 1     | <date_of_service> | <date_of_service_end> |
        | Q4257          | 50    | <date_of_service> | <date_of_service_end> |
      When the claim is checked
      Then line 2 <outcome> COD050

      Examples:
        | date_of_service | date_of_service_end | outcome        |
        | 2025-12-31      | 2025-12-31          | has no finding |
        | 2025-10-01      | 2025-12-31          | has no finding |
        | 2025-12-31      | 2026-01-01          | has finding    |
        | 2025-10-01      | 2026-03-31          | has finding    |
        | 2026-01-01      | 2026-01-01          | has no finding |
        | 2026-01-01      | 2026-03-31          | has no finding |

    Scenario Outline: What changes is named: <what>
      Given the partial release 2025-10 holds the code records:
        | code  | long_description | coverage_code    |
        | Q4449 | <first>          | <first_coverage> |
      And the partial release 2026-01 holds the code records:
        | code  | long_description | coverage_code     |
        | Q4449 | <second>         | <second_coverage> |
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | Q4449          | 50    | 2025-12-31      | 2026-01-01          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence               |
        | 1           | COD050  | advisory    | changed_in_span=<what> |

      Examples: of several changes the first is named, in the order of add-on wording, unit, coverage
        | what       | first                                    | first_coverage | second                                                                       | second_coverage |
        | add_on     | Example graft, per square centimeter     | C              | Example graft, per square centimeter (list in addition to primary procedure) | C               |
        | add_on     | Example graft, per 10 square centimeters | C              | Example graft, per square centimeter (list in addition to primary procedure) | I               |
        | unit_basis | Example graft, per 10 square centimeters | C              | Example graft, per square centimeter                                         | C               |
        | unit_basis | Example graft, per cubic centimeter      | C              | Example graft, per square centimeter                                         | C               |
        | unit_basis | Example graft, per 10 square centimeters | C              | Example graft, per square centimeter                                         | I               |
        | coverage   | Example graft, per square centimeter     | C              | Example graft, per square centimeter                                         | I               |
        | coverage   | Example graft, per square centimeter     | D              | Example graft, per square centimeter                                         | C               |
        | coverage   | Example graft, per square centimeter     |                | Example graft, per square centimeter                                         | C               |

    Scenario: A line on which an add-on code stops being one is to be split too
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                             |
        | Q4449 | Example graft, per square centimeter (list in addition to primary procedure) |
      And the partial release 2026-04 holds the code records:
        | code  | long_description                     |
        | Q4449 | Example graft, per square centimeter |
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | 15271          | 1     | 2026-03-31      |                     |
        | Q4449          | 50    | 2026-03-31      | 2026-04-01          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD050  | advisory    |

    Scenario: Other changes of the record do not change what the line means
      Given the partial release 2025-10 holds the code records:
        | code  | long_description               | short_description | coverage_code | pricing_indicator | asc_payment_group | asc_effective_date |
        | Q4208 | Novafix, per square cenitmeter | Novafix per sq cm | C             | 51                |                   |                    |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                | short_description  | coverage_code | pricing_indicator | asc_payment_group | asc_effective_date |
        | Q4208 | Novafix, per  square centimeter | Novafix, per sq cm | C             | 11                | YY                | 2026-01-01         |
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | Q4208          | 50    | 2025-12-31      | 2026-01-01          |
      When the claim is checked
      Then there are no findings

    Scenario: Without a record in force on the first day no change can be told
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | Q4257          | 50    | 2025-12-31      | 2026-01-01          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |

    Scenario: Without a record in force on the last day no change can be told
      Given the partial release 2025-10 holds the code records:
        | code  | long_description              |
        | Q4257 | Relese, per square centimeter |
      And the complete release 2026-01 holds the code records:
        | code  |
        | Q4226 |
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | Q4257          | 50    | 2025-12-31      | 2026-01-01          |
      When the claim is checked
      Then there are no findings

    Scenario: Where no newer release is loaded the same record speaks for both days
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | 15271          | 1     | 2026-03-31      |                     |
        | Q4257          | 50    | 2026-03-31      | 2026-04-01          |
      When the claim is checked
      Then there are no findings

    Scenario Outline: A <claim_type> line on which the code changes is to be split
      Given the partial release 2025-10 holds the code records:
        | code  | long_description              |
        | Q4257 | Relese, per square centimeter |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                         |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure) |
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | Q4257          | 50    | 2025-12-31      | 2026-01-01          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD050  | advisory    |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

    Scenario: A line split at the change of quarter has each part judged by its own record
      Given the partial release 2025-10 holds the code records:
        | code  | long_description              |
        | Q4257 | Relese, per square centimeter |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                         |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure) |
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | Q4257          | 25    | 2025-12-31      | 2025-12-31          |
        | Q4257          | 25    | 2026-01-01      | 2026-01-01          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC010  | line_item_denial |

    Scenario Outline: For <payer> the advice to split is the same
      Given the partial release 2025-10 holds the code records:
        | code  | long_description             |
        | A4649 | Item, per square centimeter  |
      And the partial release 2026-01 holds the code records:
        | code  | long_description |
        | A4649 | Item, each       |
      And the payer is <payer>
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | A4649          | 2     | 2025-12-31      | 2026-01-01          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD050  | advisory    |

      Examples:
        | payer              |
        | medicare           |
        | medicare_advantage |
