@UOS030
Feature: Units on one line exceed the medically unlikely edit
  For most codes Medicare knows how many units one patient can have had. Where its limit is by line, a line above it is
  denied whole, not cut down to the limit: one key struck twice costs all units of the line.

  Rule: A medically unlikely edit is the most units of a code that a proper claim bills, but for rare cases; where it is adjudicated by line, each line is judged by itself and denied as a whole (CMS, Medicare NCCI Medically Unlikely Edits; Palmetto GBA JM Part A)

    Background:
      Given the payer is medicare
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99486          | 4     | 1         |
        | 99291          | 1     | 2         |

    Scenario: A line with a unit more than the limit is denied
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 99486          | 5     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding UOS030
        | field            | value |
        | title            | Units on one line exceed the medically unlikely edit |
        | disposition      | line_item_denial |
        | message          | 5 units of 99486 on one line exceed Medicare's medically unlikely edit of 4 a line; the whole line will be denied. |
        | fix              | Check the units for a slip of the keyboard or of the unit of measure. If all were performed, bill no more than the limit on this line and the rest on lines of their own, with the modifier that says why (59, XE, XP, XS, XU, 76, 77, 91 or an anatomical one). Where the limit is 0, Medicare does not expect the code from this kind of provider: look for the right code, or the right claim. |
        | evidence         | mue_basis=line, units=5, mue_units=4 |
        | remittance       | CO 96 N362 |
        | code_set_release | none |
        | authority        | CMS, Medicare NCCI Medically Unlikely Edits, introduction; CMS, Medically Unlikely Edits (page of 2019), introduction: implemented 2007-01-01; Palmetto GBA JM Part A, Medically Unlikely Edits (MUE) Program, paragraph 2: each line is adjudicated by itself and denied as a whole; NGS Medicare, Medical Unlikely Edits Implemented for Some HCPCS and CPT Codes (article 1531775), paragraphs 1 and 5: what a unit limit is; denied services are not the patient's to pay |
      And the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | UOS030  | line_item_denial |

    Scenario: A line with the units of the limit passes
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 99486          | 4     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: The limit itself is allowed, and nothing above it: <units>
      Given the claim lines:
        | procedure_code | units   | date_of_service |
        | 99486          | <units> | 2026-01-15      |
      When the claim is checked
      Then line 1 <outcome> UOS030

      Examples:
        | units   | outcome        |
        | 0.001   | has no finding |
        | 3.999   | has no finding |
        | 4       | has no finding |
        | 4.000   | has no finding |
        | 4.001   | has finding    |
        | 5       | has finding    |
        | 9999999 | has finding    |

    Scenario Outline: Units that are missing or not above zero exceed nothing: "<units>"
      Given the claim lines:
        | procedure_code | units   | date_of_service |
        | 99486          | <units> | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |

      Examples:
        | units |
        |       |
        | 0     |
        | -5    |

    Scenario: Each line is judged by itself, however many units the day has
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99486          |           | 4     | 2026-01-15      |
        | 99486          | 59        | 3     | 2026-01-15      |
        | 99486          | 76        | 2     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: Of several lines only those above the limit are denied
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99486          |           | 4     | 2026-01-15      |
        | 99486          | 59        | 6     | 2026-01-15      |
        | 99213          |           | 9     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | evidence                             |
        | 2           | UOS030  | line_item_denial | mue_basis=line, units=6, mue_units=4 |

    Scenario Outline: Modifier <modifier> does not raise the limit of its line
      Given the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | 99486          | <modifier> | 5     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | UOS030  | line_item_denial |

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
        | KX       |
        | GA       |

    Scenario Outline: What is billed as not covered is not measured: <modifier>
      Given the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | 99486          | <modifier> | 5     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | modifier |
        | GX       |
        | GY       |
        | GZ       |
        | 59, GY   |

    Scenario: A line that spans several days is not measured
      Given the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | 99486          | 5     | 2026-01-15      | 2026-01-16          |
        | 99486          | 6     | 2026-01-15      | 2026-01-15          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | UOS030  | line_item_denial |

    Scenario: A code that the table does not list has no limit
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 99487          | 999   | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: Indicator <indicator> says whether the limit is by line or by day
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator   |
        | 99486          | 4     | 1           |
        | 99487          | 2     | <indicator> |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99487          | 3     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | <edit>  | line_item_denial |

      Examples: 1 by line, 2 by day as a matter of policy, 3 by day as a clinical benchmark
        | indicator | edit   |
        | 1         | UOS030 |
        | 2         | UOS040 |
        | 3         | UOS040 |

    Scenario Outline: A limit of 0 leaves room for no unit: <units>
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99487          | 0     | 1         |
      And the claim lines:
        | procedure_code | units   | date_of_service |
        | 99487          | <units> | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | UOS030  | line_item_denial |

      Examples:
        | units |
        | 0.001 |
        | 1     |

  Rule: A table speaks for its own quarter, and the edits are in force for dates of service from 2007-01-01 on (CMS, Medically Unlikely Edits, page of 2019: implemented 2007-01-01)

    Scenario Outline: The table of a quarter speaks from its first day to its last: <day>
      Given the payer is medicare
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99486          | 4     | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99486          | 5     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | day        | edit   | disposition      |
        | 2025-12-31 | UOS910 | not_checked      |
        | 2026-01-01 | UOS030 | line_item_denial |
        | 2026-03-31 | UOS030 | line_item_denial |
        | 2026-04-01 | UOS910 | not_checked      |

    Scenario Outline: Each quarter has its own limit: <units> units on <day>
      Given the payer is medicare
      And the practitioner MUE table 2025-10 lists:
        | procedure_code | units | indicator |
        | 99486          | 6     | 1         |
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99486          | 4     | 1         |
      And the claim lines:
        | procedure_code | units   | date_of_service |
        | 99486          | <units> | <day>           |
      When the claim is checked
      Then line 1 <outcome> UOS030

      Examples:
        | units | day        | outcome        |
        | 5     | 2025-12-31 | has no finding |
        | 6     | 2025-12-31 | has no finding |
        | 7     | 2025-12-31 | has finding    |
        | 4     | 2026-01-01 | has no finding |
        | 5     | 2026-01-01 | has finding    |

    Scenario Outline: The edit speaks for dates of service from 2007-01-01 on: <day>
      # The edits began with 2007; a table of 2006 is given for the sake of the dates.
      Given the payer is medicare
      And the practitioner MUE table 2006-10 lists:
        | procedure_code | units | indicator |
        | 99291          | 1     | 1         |
      And the practitioner MUE table 2007-01 lists:
        | procedure_code | units | indicator |
        | 99291          | 1     | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99291          | 2     | <day>           |
      When the claim is checked
      Then line 1 <outcome> UOS030

      Examples:
        | day        | outcome        |
        | 2006-12-31 | has no finding |
        | 2007-01-01 | has finding    |
        | 2007-03-31 | has finding    |

  Rule: There is a table for each kind of provider: practitioner, outpatient hospital, DME supplier (CMS, Medicare NCCI Medically Unlikely Edits, published edit files)

    Background:
      Given the payer is medicare
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99486          | 4     | 1         |
      And the outpatient MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99486          | 6     | 1         |
      And the dme MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99486          | 8     | 1         |

    Scenario Outline: A <claim_type> claim with <units> units is measured by the table of its kind
      Given the claim type is <claim_type>
      And the type of bill is 131
      And the claim lines:
        | procedure_code | units   | date_of_service |
        | 99486          | <units> | 2026-01-15      |
      When the claim is checked
      Then line 1 <outcome> UOS030

      Examples:
        | claim_type    | units | outcome        |
        | professional  | 4     | has no finding |
        | professional  | 5     | has finding    |
        | institutional | 6     | has no finding |
        | institutional | 7     | has finding    |
        | dme           | 8     | has no finding |
        | dme           | 9     | has finding    |

    Scenario Outline: Of institutional claims those of outpatients are measured: type of bill <type_of_bill>
      Given the claim type is institutional
      And the type of bill is <type_of_bill>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99486          | 7     | 2026-01-15      |
      When the claim is checked
      Then line 1 <outcome> UOS030

      Examples:
        | type_of_bill | outcome        |
        | 111          | has no finding |
        | 121          | has finding    |
        | 127          | has finding    |
        | 131          | has finding    |
        | 137          | has finding    |
        | 141          | has finding    |
        | 221          | has no finding |
        | 711          | has no finding |
        | 831          | has no finding |
        | 851          | has finding    |

    Scenario: An institutional claim without a type of bill is not measured
      Given the claim type is institutional
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99486          | 7     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: A table of another kind of provider says nothing of a claim
      Given no code records
      And the claim type is dme
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99487          | 2     | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99487          | 3     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

  Rule: The edits are Medicare's; other payers have their own limits (CMS, Medicare NCCI Medically Unlikely Edits)

    Background:
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99486          | 4     | 1         |

    Scenario Outline: Payer <payer> does not measure units by Medicare's table
      Given the payer is <payer>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99486          | 5     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated the units are not measured, and that is said
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 99486          | 5     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

  Rule: Where the code itself is not valid, its units are moot (45 CFR 162.1000)

    Background:
      Given the payer is medicare
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | J7190          | 22000 | 1         |
        | J7191          | 22000 | 1         |
        | J719           | 22000 | 1         |
      And the practitioner MUE table 2025-10 lists:
        | procedure_code | units | indicator |
        | J7190          | 22000 | 1         |

    Scenario Outline: Units above the limit are not shown where <edit> stands on the line
      Given the complete release 2025-10 holds the code records:
        | code  | long_description      | code_added_date | termination_date |
        | J7190 | Factor viii, per i.u. | 2026-01-01      |                  |
      And the complete release 2026-01 holds the code records:
        | code  | long_description      | code_added_date | termination_date |
        | J7190 | Factor viii, per i.u. | 2026-01-01      | 2026-02-28       |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 22001 | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | J719  | 2026-01-15 | COD005 | return_to_provider |
        | J7191 | 2026-01-15 | COD010 | return_to_provider |
        | J7190 | 2025-12-31 | COD020 | return_to_provider |
        | J7190 | 2026-01-01 | UOS030 | line_item_denial   |
        | J7190 | 2026-02-28 | UOS030 | line_item_denial   |
        | J7190 | 2026-03-01 | COD030 | return_to_provider |

    Scenario: A code whose record is not loaded is measured all the same
      Given no code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | J7190          | 22001 | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COD900  | not_checked      |
        | 1           | UOS030  | line_item_denial |

    Scenario: On an ambulance line GY as origin and destination is no modifier
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | A0425          | 250   | 1         |
      And no code records
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A0425          | GY        | 251   | 2026-01-15      |
        | A0425          | RH, GY    | 252   | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COD900  | not_checked      |
        | 1           | UOS030  | line_item_denial |
        | 2           | COD900  | not_checked      |
