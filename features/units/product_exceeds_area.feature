@UOS050
Feature: More product than the applied area explains
  The application codes say how large the wound was, to the next 25 or 100 square centimeters. Where far more product
  is billed than would cover it, the payer holds the line and asks for the record, while a costly product stays unpaid.

  Rule: The first application code stands for up to 25 square centimeters of wound and the additional one for each further 25, or, from 100 square centimeters on, for 100 and each further 100 (texts of C5271-C5278, twins of 15271-15278); units of product match the size used (NGS article 11137991)

    Background:
      Given the payer is medicare
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                  | pricing_indicator |
        | A2025 | Miro3d, per cubic centimeter                                                      |                   |
        | Q4186 | Epifix, per square centimeter                                                     | 51                |
        | Q4187 | Epicord, per square centimeter                                                    | 51                |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |                   |

    Scenario: More product than the wound and an overlap need is held
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4226          | 32    | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding UOS050
        | field            | value |
        | title            | More product than the applied area explains |
        | disposition      | suspension |
        | message          | 32 square centimeters of product are billed as applied on 2026-01-15; the application codes of the day stand for at most 25 square centimeters of wound. |
        | fix              | Check the units of Q4226 and of the application codes against the wound as measured. Bill only the product that was applied; from 2026 on discarded product is not billed, except that of licensed biologicals, with JW. |
        | evidence         | skin_substitute=yes, modifiers=none, area_upper_day=25, applied_sq_cm_day=32 |
        | remittance       | CO 151 N362 |
        | code_set_release | 2026-01 |
        | authority        | HCPCS Level II file, October 2025: C5271-C5278, twins of the CPT application codes, long descriptions: areas of 25 and 100 square centimeters; NGS Medicare, Drugs and Biologicals: Skin Substitutes (article 11137991), units billed match the size used; JW for waste; Noridian Medicare JF Part B, Drug Wastage - JW and JZ Modifiers, JW and JZ do not apply to packaged OPPS drugs; Noridian Medicare JE Part A, Noridian Removes Skin Substitute Draft Policy (article 10521), Reminder: from 2026-01-01 only units administered are billed |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | UOS050  | suspension  |

    Scenario: As much product as the wound and an overlap need passes
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4226          | 31    | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: Of an area of 25 square centimeters 31.25 are allowed, and nothing above it: <units>
      Given the claim lines:
        | procedure_code | units   | date_of_service |
        | 15271          | 1       | 2026-01-15      |
        | Q4226          | <units> | 2026-01-15      |
      When the claim is checked
      Then line 2 <outcome> UOS050

      Examples:
        | units   | outcome        |
        | 1       | has no finding |
        | 25      | has no finding |
        | 26      | has no finding |
        | 31.25   | has no finding |
        | 31.251  | has finding    |
        | 32      | has finding    |
        | 9999999 | has finding    |

    Scenario Outline: <first> of <first_code> and <more> of <additional_code> stand for at most <area>: <units>
      Given the claim lines:
        | procedure_code    | units   | date_of_service |
        | <first_code>      | <first> | 2026-01-15      |
        | <additional_code> | <more>  | 2026-01-15      |
        | Q4226             | <units> | 2026-01-15      |
      When the claim is checked
      Then line 3 <outcome> UOS050

      Examples: under 100 square centimeters, 25 a unit and never more than 100
        | first_code | first | additional_code | more | area | units   | outcome        |
        | 15271      | 1     | 15272           | 1    | 50   | 62.5    | has no finding |
        | 15271      | 1     | 15272           | 1    | 50   | 62.501  | has finding    |
        | 15271      | 1     | 15272           | 2    | 75   | 93.75   | has no finding |
        | 15271      | 1     | 15272           | 2    | 75   | 93.751  | has finding    |
        | 15271      | 1     | 15272           | 3    | 100  | 125     | has no finding |
        | 15271      | 1     | 15272           | 3    | 100  | 125.001 | has finding    |
        | 15271      | 1     | 15272           | 4    | 100  | 125     | has no finding |
        | 15271      | 1     | 15272           | 4    | 100  | 125.001 | has finding    |
        | 15271      | 2     | 15272           | 1    | 75   | 93.75   | has no finding |
        | 15271      | 2     | 15272           | 1    | 75   | 93.751  | has finding    |
        | 15275      | 1     | 15276           | 3    | 100  | 125     | has no finding |
        | 15275      | 1     | 15276           | 3    | 100  | 126     | has finding    |

      Examples: 100 square centimeters and over, 100 a unit
        | first_code | first | additional_code | more | area | units   | outcome        |
        | 15273      | 1     | 15274           | 1    | 200  | 250     | has no finding |
        | 15273      | 1     | 15274           | 1    | 200  | 250.001 | has finding    |
        | 15273      | 1     | 15274           | 2    | 300  | 375     | has no finding |
        | 15273      | 1     | 15274           | 2    | 300  | 376     | has finding    |
        | 15277      | 1     | 15278           | 1    | 200  | 250     | has no finding |
        | 15277      | 1     | 15278           | 1    | 200  | 251     | has finding    |

    Scenario Outline: <code> alone stands for at most <area> square centimeters: <units>
      Given the claim lines:
        | procedure_code | units   | date_of_service |
        | <code>         | 1       | 2026-01-15      |
        | Q4226          | <units> | 2026-01-15      |
      When the claim is checked
      Then line 2 <outcome> UOS050

      Examples:
        | code  | area | units | outcome        |
        | 15271 | 25   | 31    | has no finding |
        | 15271 | 25   | 32    | has finding    |
        | 15273 | 100  | 125   | has no finding |
        | 15273 | 100  | 126   | has finding    |
        | 15275 | 25   | 31    | has no finding |
        | 15275 | 25   | 32    | has finding    |
        | 15277 | 100  | 125   | has no finding |
        | 15277 | 100  | 126   | has finding    |

    Scenario Outline: <code> tells no area, and without one nothing is compared
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
        | Q4226          | 999   | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples: an additional code without its first, another procedure
        | code  |
        | 15272 |
        | 15274 |
        | 15276 |
        | 15278 |
        | 15777 |
        | 11042 |
        | 15002 |

    Scenario: An application without units tells no area
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          |       | 2026-01-15      |
        | Q4226          | 999   | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |

    Scenario Outline: The areas of two site groups are added up: <units>
      Given the claim lines:
        | procedure_code | units   | date_of_service |
        | 15271          | 1       | 2026-01-15      |
        | 15275          | 1       | 2026-01-15      |
        | Q4226          | <units> | 2026-01-15      |
      When the claim is checked
      Then line 3 <outcome> UOS050

      Examples:
        | units  | outcome        |
        | 62.5   | has no finding |
        | 62.501 | has finding    |

    Scenario Outline: The areas of two practitioners are added up: <units>
      Given the claim lines:
        | procedure_code | units   | date_of_service | rendering_provider |
        | 15271          | 1       | 2026-01-15      | A                  |
        | 15271          | 1       | 2026-01-15      | B                  |
        | 15273          | 1       | 2026-01-15      |                    |
        | Q4226          | <units> | 2026-01-15      | C                  |
      When the claim is checked
      Then line 4 <outcome> UOS050

      Examples: 25, 25 and 100
        | units   | outcome        |
        | 187.5   | has no finding |
        | 187.501 | has finding    |

    Scenario Outline: An additional code of another practitioner than the first tells no area: <units>
      Given the claim lines:
        | procedure_code | units   | date_of_service | rendering_provider |
        | 15271          | 1       | 2026-01-15      | A                  |
        | 15272          | 3       | 2026-01-15      | B                  |
        | Q4226          | <units> | 2026-01-15      | A                  |
      When the claim is checked
      Then line 3 <outcome> UOS050

      Examples:
        | units  | outcome        |
        | 31.25  | has no finding |
        | 31.251 | has finding    |

    Scenario Outline: Two lines of one application are one wound area, and 100 is the most it has: <units>
      Given the claim lines:
        | procedure_code | modifiers | units   | date_of_service |
        | 15271          |           | 3       | 2026-01-15      |
        | 15271          | 59        | 2       | 2026-01-15      |
        | Q4226          |           | <units> | 2026-01-15      |
      When the claim is checked
      Then line 3 <outcome> UOS050

      Examples:
        | units   | outcome        |
        | 125     | has no finding |
        | 125.001 | has finding    |

    Scenario: All products of the day are added up, and each of their lines is held
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 15271          | 1     | 2026-01-15      | A                  |
        | Q4226          | 16    | 2026-01-15      | A                  |
        | Q4186          | 16    | 2026-01-15      | B                  |
        | A2025          | 99    | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                                                                     |
        | 2           | UOS050  | suspension  | skin_substitute=yes, modifiers=none, area_upper_day=25, applied_sq_cm_day=32 |
        | 3           | UOS050  | suspension  | skin_substitute=yes, modifiers=none, area_upper_day=25, applied_sq_cm_day=32 |

    Scenario: Product per cubic centimeter is neither counted nor held
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | A2025          | 99    | 2026-01-15      |
        | Q4226          | 31    | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: Each date of service has its own area and its own product
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4226          | 31    | 2026-01-15      |
        | 15271          | 1     | 2026-01-22      |
        | Q4226          | 30    | 2026-01-22      |
        | 15273          | 1     | 2026-01-29      |
        | Q4226          | 999   | 2026-02-05      |
      When the claim is checked
      Then there are no findings

    Scenario: A product line that spans several days is not counted
      Given the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | 15271          | 1     | 2026-01-15      |                     |
        | Q4226          | 31    | 2026-01-15      |                     |
        | Q4186          | 90    | 2026-01-15      | 2026-01-16          |
      When the claim is checked
      Then there are no findings

    Scenario Outline: Product units that are missing or below zero count for nothing: "<units>"
      Given the claim lines:
        | procedure_code | units   | date_of_service |
        | 15271          | 1       | 2026-01-15      |
        | Q4226          | 31      | 2026-01-15      |
        | Q4186          | <units> | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 3           | UOS010  | return_to_provider |

      Examples:
        | units |
        |       |
        | 0     |
        | -40   |

    Scenario Outline: Product that was discarded is not applied: modifier JW, <place>
      Given the claim lines:
        | procedure_code | modifiers   | units     | date_of_service |
        | 15271          |             | 1         | 2026-01-15      |
        | Q4186          |             | <applied> | 2026-01-15      |
        | Q4186          | <modifiers> | 40        | 2026-01-15      |
      When the claim is checked
      Then line 2 <outcome> UOS050
      And line 3 has no finding UOS050

      Examples:
        | place       | modifiers | applied | outcome        |
        | alone       | JW        | 31      | has no finding |
        | as a second | KX, JW    | 31      | has no finding |
        | alone       | JW        | 32      | has finding    |

    Scenario Outline: Product billed with <modifier> is applied
      Given the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | 15271          |            | 1     | 2026-01-15      |
        | Q4186          | <modifier> | 32    | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding UOS050

      Examples:
        | modifier |
        | JZ       |
        | KX       |
        | 59       |
        | GZ       |

  Rule: The hospital's products were packaged until 2025, and what was discarded may stand on the same line (Noridian JF Part B, JW and JZ Modifiers); from 2026-01-01 every claim bills only what was administered (Noridian article 10521). The application codes are of 2012

    Background:
      Given the payer is medicare
      And the partial release 2011-10 holds the code records:
        | code  | long_description                |
        | Q4101 | Apligraf, per square centimeter |
      And the partial release 2012-01 holds the code records:
        | code  | long_description                |
        | Q4101 | Apligraf, per square centimeter |
      And the partial release 2025-10 holds the code records:
        | code  | long_description                              |
        | C5271 | Application of low cost skin substitute graft |
        | C5273 | Application of low cost skin substitute graft |
        | Q4101 | Apligraf, per square centimeter               |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                           |
        | Q4101 | Apligraf, per square centimeter (add-on, list separately in addition to primary procedure) |

    Scenario: Until 2025 product that was discarded goes on a line of its own
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-31      |
        | Q4101          | 44    | 2025-12-31      |
      When the claim is checked
      Then line 2 has finding UOS050
        | field            | value |
        | message          | 44 square centimeters of product are billed as applied on 2025-12-31; the application codes of the day stand for at most 25 square centimeters of wound. |
        | fix              | Check the units of Q4101 and of the application codes against the wound as measured. Bill product that was discarded on a line of its own with JW. |
        | evidence         | skin_substitute=yes, modifiers=none, area_upper_day=25, applied_sq_cm_day=44, claim_type=professional |
        | remittance       | CO 151 N362 |
        | code_set_release | 2025-10 |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | UOS050  | suspension  |

    Scenario: A piece of 44 square centimeters, 19 of them discarded, passes in 2025
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2025-12-31      |
        | Q4101          |           | 25    | 2025-12-31      |
        | Q4101          | JW        | 19    | 2025-12-31      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: A <claim_type> claim of <day>
      Given the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
        | Q4101          | 32    | <day>           |
      When the claim is checked
      Then line 2 <outcome> UOS050

      Examples:
        | claim_type    | day        | outcome        |
        | professional  | 2011-12-31 | has no finding |
        | professional  | 2012-01-01 | has finding    |
        | professional  | 2025-12-31 | has finding    |
        | professional  | 2026-01-01 | has finding    |
        | dme           | 2011-12-31 | has no finding |
        | dme           | 2012-01-01 | has finding    |
        | dme           | 2025-12-31 | has finding    |
        | dme           | 2026-01-01 | has finding    |
        | institutional | 2011-12-31 | has no finding |
        | institutional | 2012-01-01 | has no finding |
        | institutional | 2025-12-31 | has no finding |
        | institutional | 2026-01-01 | has finding    |

    Scenario Outline: The hospital's own application codes tell an area too: <code>, <units>
      Given the claim lines:
        | procedure_code | units   | date_of_service |
        | <code>         | 1       | 2025-12-31      |
        | Q4101          | <units> | 2025-12-31      |
      When the claim is checked
      Then line 2 <outcome> UOS050

      Examples:
        | code  | units   | outcome        |
        | C5271 | 31.25   | has no finding |
        | C5271 | 31.251  | has finding    |
        | C5273 | 125     | has no finding |
        | C5273 | 125.001 | has finding    |

    Scenario Outline: The areas of both families are added up: <units>
      Given the claim lines:
        | procedure_code | units   | date_of_service |
        | 15271          | 1       | 2025-12-31      |
        | C5271          | 1       | 2025-12-31      |
        | Q4101          | <units> | 2025-12-31      |
      When the claim is checked
      Then line 3 <outcome> UOS050

      Examples:
        | units  | outcome        |
        | 62.5   | has no finding |
        | 62.501 | has finding    |

  Rule: Medicare alone is asked, and only of products whose code and record are valid (45 CFR 162.1000)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                  | code_added_date | termination_date |
        | Q4106 | Dermagraft, per square centimeter | 2009-01-01      |                  |
        | Q4398 | Summit ac, per square centimeter  | 2026-01-01      |                  |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                  | code_added_date | termination_date |
        | Q4106 | Dermagraft, per square centimeter | 2009-01-01      | 2025-12-31       |
        | Q4398 | Summit ac, per square centimeter  | 2026-01-01      |                  |
        | Q4226 | Myown skin, per square centimeter | 2020-01-01      |                  |

    Scenario Outline: Payer <payer> is not asked
      Given the payer is <payer>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4226          | 99    | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated nothing is compared, and that is said
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4226          | 99    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

    Scenario Outline: The product is judged from the code's first day to its last, and not beyond: <code> on <day>
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
        | <code>         | 32    | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 2           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | Q4398 | 2025-12-31 | COD020 | return_to_provider |
        | Q4398 | 2026-01-01 | UOS050 | suspension         |
        | Q4106 | 2025-12-31 | UOS050 | suspension         |
        | Q4106 | 2026-01-01 | COD030 | return_to_provider |

    Scenario: A product whose record is not loaded is not known to be billed by the square centimeter
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 99    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD900  | not_checked |

    Scenario: A product that is held is not denied
      # What is held is payable in the end or not; what hangs on it waits with it, and is not denied for its sake.
      Given the payer is medicare
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 99487       | Q4226        | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4226          | 32    | 2026-01-15      |
        | 99487          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | UOS050  | suspension  |

  Rule: A part of an application implies a part of its area, and JW counts nothing as applied before 2026 either

    Scenario Outline: On <day> <units> units of an application code imply one square centimeter
      Given no code records
      And the partial release 2025-10 holds the code records:
        | code  | long_description                |
        | Q4101 | Apligraf, per square centimeter |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 0.04  | <day>           |
        | Q4101          | 2     | <day>           |
      When the claim is checked
      Then line 2 has finding UOS050

      Examples:
        | day        | units |
        | 2025-12-31 | 0.04  |
        | 2026-01-01 | 0.04  |

    Scenario: In 2025 a line of discarded product beside too much of it is not held for the rest
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                |
        | Q4101 | Apligraf, per square centimeter |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2025-12-31      |
        | Q4101          |           | 40    | 2025-12-31      |
        | Q4101          | JW        | 5     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | UOS050  | suspension  |
