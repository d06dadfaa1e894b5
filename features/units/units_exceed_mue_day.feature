@UOS040
Feature: Units of one day exceed the medically unlikely edit
  Most of Medicare's limits count the day, not the line: the units of all lines with the code are added up, and where
  the sum is too high every one of the lines is denied. Spreading the units over lines, whatever the modifier, is no
  help.

  Rule: Since April 2013 a limit is adjudicated by line (indicator 1) or by date of service (indicators 2 and 3), over all lines of the code for the day (NGS Medicare, article 1943300; First Coast Service Options, MAI 2)

    Background:
      Given the payer is medicare
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 15271          | 1     | 2         |
        | 15276          | 3     | 2         |
        | 97598          | 8     | 3         |

    Scenario: Two lines whose units together exceed the limit are both denied
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 97598          |           | 5     | 2026-01-15      |
        | 97598          | 59        | 4     | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding UOS040
        | field            | value |
        | title            | Units of one day exceed the medically unlikely edit |
        | disposition      | line_item_denial |
        | message          | The claim bills 9 units of 97598 for 2026-01-15 by one provider; Medicare's medically unlikely edit is 8 a day. All lines of the code for the day will be denied. |
        | fix              | Check the units of every line of 97598 for the day. A modifier does not raise a limit by day; if all were performed and are medically necessary, be ready to appeal with the record. Where the limit is 0, Medicare does not expect the code from this kind of provider: look for the right code, or the right claim. |
        | evidence         | mue_basis=day, billed_units_day=9, mue_units=8 |
        | remittance       | CO 96 N362 |
        | code_set_release | none |
        | authority        | CMS, Medicare NCCI Medically Unlikely Edits, introduction; NGS Medicare, Medically Unlikely Edits Billing and Processing (article 1943300), second paragraph (adjudication indicator, April 2013); indicators 2 and 3; First Coast Service Options, Medically Unlikely Edits: Avoid denials and appeals, MAI 2, absolute date of service limit; NGS Medicare, Medical Unlikely Edits Implemented for Some HCPCS and CPT Codes (article 1531775), paragraphs 3 to 5: units of all lines of the day are summed; denied services are not the patient's to pay |
      And the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | UOS040  | line_item_denial |
        | 2           | UOS040  | line_item_denial |

    Scenario: Two lines whose units together are the limit pass
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 97598          |           | 5     | 2026-01-15      |
        | 97598          | 59        | 3     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: The limit itself is allowed, and nothing above it: 4 and <units>
      Given the claim lines:
        | procedure_code | modifiers | units   | date_of_service |
        | 97598          |           | 4       | 2026-01-15      |
        | 97598          | 59        | <units> | 2026-01-15      |
      When the claim is checked
      Then line 1 <outcome> UOS040
      And line 2 <outcome> UOS040

      Examples:
        | units | outcome        |
        | 0.001 | has no finding |
        | 3.999 | has no finding |
        | 4     | has no finding |
        | 4.001 | has finding    |
        | 5     | has finding    |

    Scenario Outline: One line is enough: <units> units of <code> under a limit with indicator <indicator>
      Given the claim lines:
        | procedure_code | units   | date_of_service |
        | <code>         | <units> | 2026-01-15      |
      When the claim is checked
      Then line 1 <outcome> UOS040

      Examples:
        | code  | units | indicator | outcome        |
        | 15276 | 3     | 2         | has no finding |
        | 15276 | 3.001 | 2         | has finding    |
        | 15276 | 4     | 2         | has finding    |
        | 97598 | 8     | 3         | has no finding |
        | 97598 | 8.001 | 3         | has finding    |
        | 97598 | 9     | 3         | has finding    |

    Scenario: A limit by line is no limit by day
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99486          | 4     | 1         |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99486          |           | 4     | 2026-01-15      |
        | 99486          | 59        | 3     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: Units that are missing or below zero count for nothing: "<units>"
      Given the claim lines:
        | procedure_code | units   | date_of_service |
        | 97598          | 8       | 2026-01-15      |
        | 97598          | <units> | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | UOS010  | return_to_provider |

      Examples:
        | units |
        |       |
        | 0     |
        | -5    |

    Scenario: A line below zero takes nothing off the others, and falls with them
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 97598          | 9     | 2026-01-15      |
        | 97598          | -5    | 2026-01-15      |
        | 97598          |       | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | evidence                                       |
        | 1           | UOS040  | line_item_denial   | mue_basis=day, billed_units_day=9, mue_units=8 |
        | 2           | UOS010  | return_to_provider | units_stated=yes, units=-5                     |
        | 2           | UOS040  | line_item_denial   | mue_basis=day, billed_units_day=9, mue_units=8 |
        | 3           | UOS010  | return_to_provider | units_stated=no, units=0                       |
        | 3           | UOS040  | line_item_denial   | mue_basis=day, billed_units_day=9, mue_units=8 |

    Scenario: Each date of service has its own sum
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 97598          | 8     | 2026-01-14      |
        | 97598          | 8     | 2026-01-15      |
        | 97598          | 8     | 2026-01-16      |
      When the claim is checked
      Then there are no findings

    Scenario: Each code has its own sum
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 97598          | 8     | 2026-01-15      |
        | 15276          | 3     | 2026-01-15      |
        | 97597          | 99    | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: Lines of "<first>" and "<second>" are added up where the practitioner is the same
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 97598          | 5     | 2026-01-15      | <first>            |
        | 97598          | 4     | 2026-01-15      | <second>           |
      When the claim is checked
      Then line 1 <outcome> UOS040
      And line 2 <outcome> UOS040

      Examples: a practitioner who is not named is the same only as another who is not
        | first | second | outcome        |
        | A     | A      | has finding    |
        | A     | B      | has no finding |
        | A     |        | has no finding |
        |       | B      | has no finding |
        |       |        | has finding    |

    Scenario: A line that names no practitioner has that of the claim
      Given the rendering provider is A
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 97598          | 5     | 2026-01-15      |                    |
        | 97598          | 4     | 2026-01-15      | A                  |
        | 97598          | 8     | 2026-01-15      | B                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | UOS040  | line_item_denial |
        | 2           | UOS040  | line_item_denial |

    Scenario Outline: Modifier <modifier> does not take a line out of the day
      Given the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | 97598          |            | 5     | 2026-01-15      |
        | 97598          | <modifier> | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | UOS040  | line_item_denial |
        | 2           | UOS040  | line_item_denial |

      Examples:
        | modifier |
        | 59       |
        | 76       |
        | 77       |
        | 91       |
        | XE       |
        | XP       |
        | XS       |
        | XU       |
        | GA       |

    Scenario Outline: A line billed as not covered is not denied by the edit, but its units count for the day: <modifier>
      Given the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | 97598          |            | 5     | 2026-01-15      |
        | 97598          | <modifier> | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | UOS040  | line_item_denial |

      Examples:
        | modifier |
        | GX       |
        | GY       |
        | GZ       |

    Scenario: A line that spans several days is neither measured nor counted
      Given the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | 97598          | 8     | 2026-01-15      |                     |
        | 97598          | 9     | 2026-01-15      | 2026-01-16          |
      When the claim is checked
      Then there are no findings

    Scenario Outline: A limit of 0 leaves room for no unit: <units>
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 96376          | 0     | 3         |
      And the claim lines:
        | procedure_code | units   | date_of_service |
        | 96376          | <units> | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | UOS040  | line_item_denial |

      Examples:
        | units |
        | 0.001 |
        | 1     |

    Scenario: A limit of 0 beside a higher one for DME suppliers is a matter of the right claim
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | A4253          | 0     | 3         |
        | J1885          | 0     | 3         |
      And the dme MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | A4253          | 1     | 3         |
        | J1885          | 0     | 3         |
      And the partial release 2026-01 holds the code records:
        | code  |
        | A4253 |
        | J1885 |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4253          | 1     | 2026-01-15      |
        | J1885          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | UOS090  | advisory         |
        | 2           | UOS040  | line_item_denial |

  Rule: A table speaks for its own quarter, and limits by day are in force for dates of service from 2013-04-01 on (NGS Medicare, article 1943300)

    Scenario Outline: The table of a quarter speaks from its first day to its last: <day>
      Given the payer is medicare
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 97598          | 8     | 3         |
      And the claim lines:
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

    Scenario: One claim is measured by the table of each line's quarter
      Given the payer is medicare
      And the practitioner MUE table 2025-10 lists:
        | procedure_code | units | indicator |
        | 97598          | 10    | 3         |
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 97598          | 8     | 3         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 97598          | 10    | 2025-12-31      |
        | 97598          | 10    | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | evidence                                        |
        | 2           | UOS040  | line_item_denial | mue_basis=day, billed_units_day=10, mue_units=8 |

    Scenario Outline: The edit speaks for dates of service from 2013-04-01 on: <day>
      Given the payer is medicare
      And the practitioner MUE table 2013-01 lists:
        | procedure_code | units | indicator |
        | 97598          | 8     | 3         |
      And the practitioner MUE table 2013-04 lists:
        | procedure_code | units | indicator |
        | 97598          | 8     | 3         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 97598          | 9     | <day>           |
      When the claim is checked
      Then line 1 <outcome> UOS040

      Examples:
        | day        | outcome        |
        | 2013-03-31 | has no finding |
        | 2013-04-01 | has finding    |
        | 2013-06-30 | has finding    |

  Rule: There is a table for each kind of provider: practitioner, outpatient hospital, DME supplier (CMS, Medicare NCCI Medically Unlikely Edits, published edit files)

    Background:
      Given the payer is medicare
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 97598          | 8     | 3         |
      And the outpatient MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 97598          | 10    | 3         |
      And the dme MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 97598          | 12    | 3         |

    Scenario Outline: A <claim_type> claim with <units> units is measured by the table of its kind
      Given the claim type is <claim_type>
      And the type of bill is 131
      And the claim lines:
        | procedure_code | units   | date_of_service |
        | 97598          | <units> | 2026-01-15      |
      When the claim is checked
      Then line 1 <outcome> UOS040

      Examples:
        | claim_type    | units | outcome        |
        | professional  | 8     | has no finding |
        | professional  | 9     | has finding    |
        | institutional | 10    | has no finding |
        | institutional | 11    | has finding    |
        | dme           | 12    | has no finding |
        | dme           | 13    | has finding    |

    Scenario Outline: Of institutional claims those of outpatients are measured: type of bill <type_of_bill>
      Given the claim type is institutional
      And the type of bill is <type_of_bill>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 97598          | 11    | 2026-01-15      |
      When the claim is checked
      Then line 1 <outcome> UOS040

      Examples:
        | type_of_bill | outcome        |
        | 111          | has no finding |
        | 121          | has finding    |
        | 131          | has finding    |
        | 141          | has finding    |
        | 221          | has no finding |
        | 831          | has no finding |
        | 851          | has finding    |

    Scenario: An institutional claim without a type of bill is not measured
      Given the claim type is institutional
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 97598          | 11    | 2026-01-15      |
      When the claim is checked
      Then there are no findings

  Rule: The edits are Medicare's; other payers have their own limits (CMS, Medicare NCCI Medically Unlikely Edits)

    Background:
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 97598          | 8     | 3         |

    Scenario Outline: Payer <payer> does not measure units by Medicare's table
      Given the payer is <payer>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 97598          | 9     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated the units are not measured, and that is said
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 97598          | 9     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

  Rule: Where the code itself is not valid, its units are moot (45 CFR 162.1000)

    Scenario Outline: Units above the limit are not shown where <edit> stands on the line
      Given the payer is medicare
      And the practitioner MUE table 2025-10 lists:
        | procedure_code | units | indicator |
        | G0101          | 1     | 2         |
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | G0101          | 1     | 2         |
        | G0102          | 1     | 2         |
        | G010           | 1     | 2         |
      And the complete release 2025-10 holds the code records:
        | code  | code_added_date | termination_date |
        | G0101 | 2026-01-01      |                  |
      And the complete release 2026-01 holds the code records:
        | code  | code_added_date | termination_date |
        | G0101 | 2026-01-01      | 2026-02-28       |
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
        | G0101 | 2025-12-31 | COD020 | return_to_provider |
        | G0101 | 2026-01-01 | UOS040 | line_item_denial   |
        | G0101 | 2026-02-28 | UOS040 | line_item_denial   |
        | G0101 | 2026-03-01 | COD030 | return_to_provider |
