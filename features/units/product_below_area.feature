@UOS060
Feature: Less product than the applied area needs
  An additional application code is billed when the wound goes beyond the area before it, and so at least as much
  product went on it. Where fewer square centimeters are billed, either product was left off the claim and is not paid,
  or an application too many is billed and will be asked back.

  Rule: An additional application code is billed for each further 25, or 100, square centimeters begun, and so only where the wound is larger than what the codes before it cover (texts of C5271-C5278, twins of 15271-15278)

    Background:
      Given the payer is medicare
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                  | pricing_indicator |
        | A2025 | Miro3d, per cubic centimeter                                                      |                   |
        | Q4114 | Integra flowable wound matrix, injectable, 1 cc                                   |                   |
        | Q4186 | Epifix, per square centimeter                                                     | 51                |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |                   |
        | Q4432 | 510(k) skin substitute product, not otherwise specified                           |                   |

    Scenario: Product for no more than the area before the additional code gets the advice to look again
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | 15272          | 1     | 2026-01-15      |
        | Q4226          | 25    | 2026-01-15      |
      When the claim is checked
      Then line 3 has finding UOS060
        | field            | value |
        | title            | Less product than the applied area needs |
        | disposition      | advisory |
        | message          | 25 square centimeters of product are billed as applied on 2026-01-15; the application codes of the day stand for more than 25 square centimeters of wound. |
        | fix              | Check the units of Q4226 and of the application codes: one unit of product is one square centimeter, and a further 25 or 100 square centimeters are billed only when begun. |
        | evidence         | skin_substitute=yes, modifiers=none, area_lower_day=25, applied_sq_cm_day=25, other_graft_product=absent |
        | remittance       | none |
        | code_set_release | 2026-01 |
        | authority        | HCPCS Level II file, October 2025: C5271-C5278, twins of the CPT application codes, long descriptions: areas of 25 and 100 square centimeters, each begun; NGS Medicare, Drugs and Biologicals: Skin Substitutes (article 11137991), units billed match the size used |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 3           | UOS060  | advisory    |

    Scenario: A square centimeter more passes
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | 15272          | 1     | 2026-01-15      |
        | Q4226          | 26    | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: <first_code> and <more> of <additional_code> stand for more than <area>: <units>
      Given the claim lines:
        | procedure_code    | units   | date_of_service |
        | <first_code>      | 1       | 2026-01-15      |
        | <additional_code> | <more>  | 2026-01-15      |
        | Q4226             | <units> | 2026-01-15      |
      When the claim is checked
      Then line 3 <outcome> UOS060

      Examples: under 100 square centimeters; the bound itself is not more than the bound
        | first_code | additional_code | more | area | units  | outcome        |
        | 15271      | 15272           | 1    | 25   | 1      | has finding    |
        | 15271      | 15272           | 1    | 25   | 24.999 | has finding    |
        | 15271      | 15272           | 1    | 25   | 25     | has finding    |
        | 15271      | 15272           | 1    | 25   | 25.001 | has no finding |
        | 15271      | 15272           | 2    | 50   | 50     | has finding    |
        | 15271      | 15272           | 2    | 50   | 50.001 | has no finding |
        | 15271      | 15272           | 3    | 75   | 75     | has finding    |
        | 15271      | 15272           | 3    | 75   | 76     | has no finding |
        | 15275      | 15276           | 3    | 75   | 75     | has finding    |
        | 15275      | 15276           | 3    | 75   | 76     | has no finding |

      Examples: 100 square centimeters and over
        | first_code | additional_code | more | area | units   | outcome        |
        | 15273      | 15274           | 1    | 100  | 99.999  | has finding    |
        | 15273      | 15274           | 1    | 100  | 100     | has finding    |
        | 15273      | 15274           | 1    | 100  | 100.001 | has no finding |
        | 15273      | 15274           | 2    | 200  | 200     | has finding    |
        | 15273      | 15274           | 2    | 200  | 201     | has no finding |
        | 15277      | 15278           | 1    | 100  | 100     | has finding    |
        | 15277      | 15278           | 1    | 100  | 101     | has no finding |

    Scenario Outline: The first application code alone has no lower bound: <code>
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
        | Q4226          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples: of 100 square centimeters and over it may be one percent of a child's body
        | code  |
        | 15271 |
        | 15273 |
        | 15275 |
        | 15277 |

    Scenario Outline: An additional code without its first tells no area: <code>
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 3     | 2026-01-15      |
        | Q4226          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | 15272 |
        | 15274 |
        | 15276 |
        | 15278 |

    Scenario Outline: The lower bounds of site groups and practitioners are added up: <units>
      Given the claim lines:
        | procedure_code | units   | date_of_service | rendering_provider |
        | 15271          | 1       | 2026-01-15      | A                  |
        | 15272          | 1       | 2026-01-15      | A                  |
        | 15275          | 1       | 2026-01-15      | A                  |
        | 15276          | 2       | 2026-01-15      | A                  |
        | 15273          | 1       | 2026-01-15      | B                  |
        | 15274          | 1       | 2026-01-15      | B                  |
        | Q4226          | <units> | 2026-01-15      | A                  |
      When the claim is checked
      Then line 7 <outcome> UOS060

      Examples: 25, 50 and 100
        | units   | outcome        |
        | 175     | has finding    |
        | 175.001 | has no finding |

    Scenario: An additional code of another practitioner than the first tells no area
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 15271          | 1     | 2026-01-15      | A                  |
        | 15272          | 3     | 2026-01-15      | B                  |
        | Q4226          | 1     | 2026-01-15      | A                  |
      When the claim is checked
      Then there are no findings

    Scenario: All products of the day are added up
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 15271          | 1     | 2026-01-15      | A                  |
        | 15272          | 1     | 2026-01-15      | A                  |
        | Q4226          | 16    | 2026-01-15      | A                  |
        | Q4186          | 10    | 2026-01-15      | B                  |
      When the claim is checked
      Then there are no findings

    Scenario: Where all products of the day are too few, each of their lines gets the advice
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | 15272          | 1     | 2026-01-15      |
        | Q4226          | 15    | 2026-01-15      |
        | Q4186          | 10    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 3           | UOS060  | advisory    |
        | 4           | UOS060  | advisory    |

    Scenario Outline: Beside a graft product of another unit nobody can add up: <code>
      Given the claim lines:
        | procedure_code | units | date_of_service | description |
        | 15271          | 1     | 2026-01-15      |             |
        | 15272          | 1     | 2026-01-15      |             |
        | Q4226          | 10    | 2026-01-15      |             |
        | <code>         | 1     | <day>           | Product     |
      When the claim is checked
      Then line 3 <outcome> UOS060

      Examples: per cubic centimeter, not otherwise specified; a flowable one is no graft product
        | code  | day        | outcome        |
        | A2025 | 2026-01-15 | has no finding |
        | Q4432 | 2026-01-15 | has no finding |
        | A2025 | 2026-01-16 | has finding    |
        | Q4114 | 2026-01-15 | has finding    |

    Scenario: Product of another date does not count
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | 15272          | 1     | 2026-01-15      |
        | Q4226          | 25    | 2026-01-15      |
        | Q4226          | 26    | 2026-01-16      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 3           | UOS060  | advisory    |

    Scenario: Product that was discarded is not applied, and its line gets no advice
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | 15272          |           | 1     | 2026-01-15      |
        | Q4186          |           | 25    | 2026-01-15      |
        | Q4186          | JW        | 20    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 3           | UOS060  | advisory    |

    Scenario Outline: Product billed with <modifier> is applied
      Given the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | 15271          |            | 1     | 2026-01-15      |
        | 15272          |            | 1     | 2026-01-15      |
        | Q4186          | <modifier> | 25    | 2026-01-15      |
      When the claim is checked
      Then line 3 has finding UOS060

      Examples:
        | modifier |
        | JZ       |
        | KX       |
        | 59       |

    Scenario: An application without product is a matter of other edits
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | 15272          | 3     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: The advice does not take the product's payment
      Given the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
        | 99487       | Q4226        | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | 15272          | 1     | 2026-01-15      |
        | Q4226          | 25    | 2026-01-15      |
        | 99487          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 3           | UOS060  | advisory    |

  Rule: The application codes are of 2012, and every claim type bills the product that was used (NGS article 11137991)

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
        | C5272 | Application of low cost skin substitute graft |
        | Q4101 | Apligraf, per square centimeter               |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                           |
        | Q4101 | Apligraf, per square centimeter (add-on, list separately in addition to primary procedure) |

    Scenario Outline: A <claim_type> claim of <day>
      Given the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
        | 15272          | 1     | <day>           |
        | Q4101          | 25    | <day>           |
      When the claim is checked
      Then line 3 <outcome> UOS060

      Examples:
        | claim_type    | day        | outcome        |
        | professional  | 2011-12-31 | has no finding |
        | professional  | 2012-01-01 | has finding    |
        | professional  | 2025-12-31 | has finding    |
        | professional  | 2026-01-01 | has finding    |
        | institutional | 2011-12-31 | has no finding |
        | institutional | 2012-01-01 | has finding    |
        | institutional | 2025-12-31 | has finding    |
        | institutional | 2026-01-01 | has finding    |
        | dme           | 2012-01-01 | has finding    |
        | dme           | 2026-01-01 | has finding    |

    Scenario Outline: The hospital's own application codes tell an area too: <units>
      Given the claim type is institutional
      And the claim lines:
        | procedure_code | units   | date_of_service |
        | C5271          | 1       | 2025-12-31      |
        | C5272          | 1       | 2025-12-31      |
        | Q4101          | <units> | 2025-12-31      |
      When the claim is checked
      Then line 3 <outcome> UOS060

      Examples:
        | units  | outcome        |
        | 25     | has finding    |
        | 25.001 | has no finding |

    Scenario: An additional code of one family does not go with the first of the other
      Given the claim type is institutional
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-31      |
        | C5272          | 1     | 2025-12-31      |
        | Q4101          | 25    | 2025-12-31      |
      When the claim is checked
      Then there are no findings

  Rule: Medicare alone is asked, and only of products whose code and record are valid (45 CFR 162.1000)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                  | code_added_date |
        | Q4106 | Dermagraft, per square centimeter | 2009-01-01      |
        | Q4398 | Summit ac, per square centimeter  | 2026-01-01      |
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
        | 15272          | 1     | 2026-01-15      |
        | Q4226          | 1     | 2026-01-15      |
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
        | 15272          | 1     | 2026-01-15      |
        | Q4226          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

    Scenario Outline: The product is judged from the code's first day to its last, and not beyond: <code> on <day>
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
        | 15272          | 1     | <day>           |
        | <code>         | 25    | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 3           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | Q4398 | 2025-12-31 | COD020 | return_to_provider |
        | Q4398 | 2026-01-01 | UOS060 | advisory           |
        | Q4106 | 2025-12-31 | UOS060 | advisory           |
        | Q4106 | 2026-01-01 | COD030 | return_to_provider |

    Scenario: A product whose record is not loaded is not known to be billed by the square centimeter
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | 15272          | 1     | 2026-01-15      |
        | Q4257          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 3           | COD900  | not_checked |

  Rule: A part of an additional application implies a part of its area

    Scenario: With a hundredth and more of an additional code, one square centimeter has to be exceeded
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                |
        | Q4101 | Apligraf, per square centimeter |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-31      |
        | 15272          | 0.04  | 2025-12-31      |
        | Q4101          | 1     | 2025-12-31      |
      When the claim is checked
      Then line 3 has finding UOS060
