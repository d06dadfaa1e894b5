@UOS910
Feature: Units could not be checked against the medically unlikely edits of the quarter
  Medicare's limits change with every quarter. Where the table of the quarter is not loaded and the one of another
  quarter would object, nobody has judged the units: the claim is not wrong, but it is not checked either.

  Rule: The tables of medically unlikely edits are issued for each quarter, with changes (CMS, Medicare NCCI Medically Unlikely Edits, Quarterly Version Update Changes)

    Background:
      Given the payer is medicare
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 15276          | 3     | 2         |
        | 97598          | 8     | 3         |
        | 99486          | 4     | 1         |

    Scenario: Units above the limit of another quarter are reported as not checked
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 99486          | 5     | 2026-04-01      |
      When the claim is checked
      Then line 1 has finding UOS910
        | field            | value |
        | title            | Units could not be checked against the medically unlikely edits of the quarter |
        | disposition      | not_checked |
        | message          | 5 units of 99486 on this line, 5 for 2026-04-01, exceed its medically unlikely edit of 4 in the table of 2026-01; no loaded table speaks for 2026-04-01, so the line was not judged. |
        | fix              | Load the table of medically unlikely edits of the quarter of 2026-04-01 and check again. |
        | evidence         | stale_mue=exceeds |
        | remittance       | none |
        | code_set_release | none |
        | authority        | CMS, Medicare NCCI Medically Unlikely Edits, Quarterly Version Update Changes |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | UOS910  | not_checked |

    Scenario: Units within the limit of another quarter pass
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15276          | 3     | 2026-04-01      |
        | 97598          | 8     | 2026-04-01      |
        | 99486          | 4     | 2026-04-01      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: The limit of another quarter is allowed, and nothing above it: <units> of <code>
      Given the claim lines:
        | procedure_code | units   | date_of_service |
        | <code>         | <units> | 2026-04-01      |
      When the claim is checked
      Then line 1 <outcome> UOS910

      Examples: indicators 1, 2 and 3
        | code  | units | outcome        |
        | 99486 | 4     | has no finding |
        | 99486 | 4.001 | has finding    |
        | 15276 | 3     | has no finding |
        | 15276 | 3.001 | has finding    |
        | 97598 | 8     | has no finding |
        | 97598 | 8.001 | has finding    |

    Scenario Outline: Two lines of <first> and <second> units of <code> are <how>
      Given the claim lines:
        | procedure_code | modifiers | units    | date_of_service |
        | <code>         |           | <first>  | 2026-04-01      |
        | <code>         | 59        | <second> | 2026-04-01      |
      When the claim is checked
      Then line 1 <outcome> UOS910
      And line 2 <outcome> UOS910

      Examples:
        | code  | first | second | how                        | outcome        |
        | 99486 | 4     | 3      | measured line by line      | has no finding |
        | 97598 | 4     | 4      | added up, and at the limit | has no finding |
        | 97598 | 5     | 4      | added up, and above it     | has finding    |
        | 15276 | 2     | 2      | added up, and above it     | has finding    |

    Scenario Outline: The table of a quarter speaks from its first day to its last, and then judges: <day>
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 97598          | 9     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | day        | edit   | disposition      |
        | 2025-12-31 | UOS910 | not_checked      |
        | 2026-01-01 | UOS040 | line_item_denial |
        | 2026-03-31 | UOS040 | line_item_denial |
        | 2026-04-01 | UOS910 | not_checked      |

    Scenario: A code that the table of the quarter does not list is checked: it has no limit
      Given the practitioner MUE table 2026-04 lists:
        | procedure_code | units | indicator |
        | 15276          | 3     | 2         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99486          | 5     | 2026-04-01      |
      When the claim is checked
      Then there are no findings

    Scenario: A code that no table lists has no limit
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 99487          | 999   | 2026-04-01      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: Of several tables the latest before the day counts, else the earliest: <units> units on <day>
      Given the practitioner MUE table 2025-01 lists:
        | procedure_code | units | indicator |
        | 99487          | 10    | 1         |
      And the practitioner MUE table 2025-07 lists:
        | procedure_code | units | indicator |
        | 99487          | 20    | 1         |
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99487          | 30    | 1         |
      And the claim lines:
        | procedure_code | units   | date_of_service |
        | 99487          | <units> | <day>           |
      When the claim is checked
      Then line 1 <outcome> UOS910

      Examples:
        | units | day        | outcome        |
        | 10    | 2024-12-31 | has no finding |
        | 11    | 2024-12-31 | has finding    |
        | 11    | 2025-01-01 | has no finding |
        | 10    | 2025-04-01 | has no finding |
        | 11    | 2025-04-01 | has finding    |
        | 11    | 2025-06-30 | has finding    |
        | 21    | 2025-07-01 | has no finding |
        | 20    | 2025-10-01 | has no finding |
        | 21    | 2025-12-31 | has finding    |
        | 30    | 2026-04-01 | has no finding |
        | 31    | 2026-04-01 | has finding    |
        | 31    | 2030-01-01 | has finding    |

    Scenario: A code that the latest table before the day has dropped is passed over
      Given the practitioner MUE table 2025-10 lists:
        | procedure_code | units | indicator |
        | 99487          | 10    | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99487          | 11    | 2026-04-01      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: What would not be measured in its own quarter is not missed in another: <what>
      Given the claim lines:
        | procedure_code | modifiers  | units   | date_of_service | date_of_service_end |
        | 99486          | <modifier> | <units> | 2026-04-01      | <end>               |
      When the claim is checked
      Then line 1 has no finding UOS910

      Examples:
        | what               | modifier | units | end        |
        | billed with GX     | GX       | 5     |            |
        | billed with GY     | GY       | 5     |            |
        | billed with GZ     | GZ       | 5     |            |
        | a line of two days |          | 5     | 2026-04-02 |
        | no units           |          |       |            |
        | units below zero   |          | -5    |            |

    Scenario Outline: Modifier <modifier> excuses nothing
      Given the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | 99486          | <modifier> | 5     | 2026-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | UOS910  | not_checked |

      Examples:
        | modifier |
        | 59       |
        | XE       |
        | XP       |
        | XS       |
        | XU       |
        | GA       |

    Scenario: A line that names another practitioner is not added up
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 97598          | 5     | 2026-04-01      | A                  |
        | 97598          | 4     | 2026-04-01      | B                  |
        | 97598          | 4     | 2026-04-01      |                    |
      When the claim is checked
      Then there are no findings

    Scenario: A DME item is left out as in its own quarter, where the table of DME suppliers speaks
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | A4253          | 0     | 3         |
        | E0607          | 0     | 3         |
      And the dme MUE table 2026-04 lists:
        | procedure_code | units | indicator |
        | A4253          | 1     | 3         |
        | E0607          | 0     | 3         |
      And the partial release 2026-04 holds the code records:
        | code  |
        | A4253 |
        | E0607 |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4253          | 1     | 2026-04-01      |
        | E0607          | 1     | 2026-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | UOS910  | not_checked |

  Rule: The table that counts is that of the claim's kind of provider (CMS, Medicare NCCI Medically Unlikely Edits, published edit files)

    Background:
      Given the payer is medicare
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99486          | 4     | 1         |

    Scenario Outline: A table of practitioners says nothing of a <claim_type> claim
      Given the claim type is <claim_type>
      And the type of bill is 131
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99486          | 5     | 2026-04-01      |
      When the claim is checked
      Then line 1 <outcome> UOS910

      Examples:
        | claim_type    | outcome        |
        | professional  | has finding    |
        | institutional | has no finding |
        | dme           | has no finding |

    Scenario: A table of the quarter for another kind of provider does not help
      Given the outpatient MUE table 2026-04 lists:
        | procedure_code | units | indicator |
        | 99486          | 9     | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99486          | 5     | 2026-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | UOS910  | not_checked |

    Scenario Outline: Of institutional claims those of outpatients count: type of bill <type_of_bill>
      Given the outpatient MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99486          | 4     | 1         |
      And the claim type is institutional
      And the type of bill is <type_of_bill>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99486          | 5     | 2026-04-01      |
      When the claim is checked
      Then line 1 <outcome> UOS910

      Examples:
        | type_of_bill | outcome        |
        | 111          | has no finding |
        | 121          | has finding    |
        | 131          | has finding    |
        | 141          | has finding    |
        | 221          | has no finding |
        | 851          | has finding    |

    Scenario: Supplies on a claim of a DME supplier are measured by the table of DME suppliers
      Given the dme MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | A4253          | 1     | 3         |
      And the partial release 2026-04 holds the code records:
        | code  |
        | A4253 |
      And the claim type is dme
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4253          | 2     | 2026-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | UOS910  | not_checked |

  Rule: The edits are Medicare's, and where the code itself is not valid its units are moot (CMS, Medicare NCCI Medically Unlikely Edits; 45 CFR 162.1000)

    Scenario Outline: Payer <payer> does not measure units by Medicare's table
      Given the payer is <payer>
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99486          | 4     | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99486          | 5     | 2026-04-01      |
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated, that is said once for the claim
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99486          | 4     | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99486          | 5     | 2026-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

    Scenario: Without any table nothing is said of the line
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99486          | 99    | 2026-04-01      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: It is not said of a line on which <edit> stands
      Given the payer is medicare
      And the practitioner MUE table 2025-10 lists:
        | procedure_code | units | indicator |
        | G0101          | 1     | 2         |
        | G0102          | 1     | 2         |
        | G010           | 1     | 2         |
      And the complete release 2026-01 holds the code records:
        | code  | code_added_date | termination_date |
        | G0101 | 2026-01-02      | 2026-02-28       |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 2     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | G010  | 2026-01-15 | COD005 | return_to_provider |
        | G0102 | 2026-01-15 | COD010 | return_to_provider |
        | G0101 | 2026-01-01 | COD020 | return_to_provider |
        | G0101 | 2026-01-02 | UOS910 | not_checked        |
        | G0101 | 2026-02-28 | UOS910 | not_checked        |
        | G0101 | 2026-03-01 | COD030 | return_to_provider |
