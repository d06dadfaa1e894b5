@PAR010
Feature: Graft is applied, but no product is billed (hospital, until 2025)
  A hospital that applies a skin substitute bills two things: the application and the product. A claim with the
  application alone comes back, and until the product is on it neither is paid.

  Rule: From 2014-01-01 until 2025-12-31 Medicare's outpatient editor returned an application code of a hospital without a skin substitute product of the same date (I/OCE edit 87, January 2014 update; CMS Transmittal 2845, CR 8572)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                                | code_added_date |
        | Q4257 | Relese, per square centimeter                                                   | 2022-04-01      |
        | A2025 | Miro3d, per cubic centimeter                                                    | 2023-10-01      |
        | A4100 | Skin substitute, fda cleared as a device, not otherwise specified               | 2022-04-01      |
        | C9358 | Dermal substitute, native, non-denatured collagen, per 0.5 square centimeters   | 2008-07-01      |
        | Q4162 | Woundex flow, bioskin flow, 0.5 cc                                              | 2016-01-01      |
        | A6600 | Gradient compression bandaging supply, high density foam sheet, per 250 square centimeters, each | 2024-01-01 |
      And the payer is medicare
      And the claim type is institutional
      And the type of bill is 131

    Scenario: A hospital bills the application of a graft and no product
      Given the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15271          | 1     | 2025-12-31      |
      When the claim is checked
      Then line 1 has finding PAR010
        | field            | value |
        | title            | Graft is applied, but no product is billed (hospital, until 2025) |
        | disposition      | return_to_provider |
        | message          | 15271 applies a skin substitute on 2025-12-31, but no line of that date bears a product that the loaded releases know as one. |
        | fix              | Bill the product by its own code for 2025-12-31, even where its payment is packaged; where it is on the claim, load the release that holds its record; if no graft was applied, correct 15271. |
        | evidence         | claim_type=institutional, bill_type=13, application_step=first, graft_product_day=absent |
        | remittance       | CO 16 M67 |
        | code_set_release | none |
        | authority        | HCPro, APCs Insider, 2014-09-12, Skin substitutes not on CMS' high- or low-cost lists (on CMS Transmittal R2838CP, January 2014 I/OCE), answer: the edit that pairs products with application codes; CMS Transmittal 2845, CR 8572 (2013-12-27), January 2014 Update of the Hospital OPPS, Summary of changes: effective 2014-01-01, I/OCE data files and edits |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | PAR010  | return_to_provider |

    Scenario: The application with its product passes
      Given the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15271          | 1     | 2025-12-31      |
        | 0636         | Q4257          | 20    | 2025-12-31      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: Each code for a first area asks for a product
      Given the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | <code>         | 1     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | PAR010  | return_to_provider |

      Examples: trunk, arms and legs under and from 100 square centimeters; face, hands and feet likewise
        | code  |
        | 15271 |
        | 15273 |
        | 15275 |
        | 15277 |

    Scenario Outline: The hospital's own codes for low-cost products ask for a product alike
      Given the partial release 2025-10 holds the code records:
        | code  | code_added_date |
        | C5271 | 2014-01-01      |
        | C5273 | 2014-01-01      |
        | C5275 | 2014-01-01      |
        | C5277 | 2014-01-01      |
      And the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | <code>         | 1     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | code_set_release |
        | 1           | PAR010  | return_to_provider | 2025-10          |

      Examples:
        | code  |
        | C5271 |
        | C5273 |
        | C5275 |
        | C5277 |

    Scenario Outline: A code for an additional area, or of another procedure, asks for none
      Given the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | <code>         | 1     | 2025-12-31      |
      When the claim is checked
      Then there are no findings

      Examples: the codes before and after the eight are no application codes
        | code  |
        | 15272 |
        | 15274 |
        | 15276 |
        | 15278 |
        | 15270 |
        | 15279 |
        | 15777 |
        | 19357 |

    Scenario: Two first areas are returned each by itself
      Given the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15271          | 1     | 2025-12-31      |
        | 0360         | 15272          | 2     | 2025-12-31      |
        | 0360         | 15275          | 1     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | PAR010  | return_to_provider |
        | 3           | PAR010  | return_to_provider |

    Scenario Outline: A product by the square or cubic centimeter, or one known by its code, is a product
      Given the claim lines:
        | revenue_code | procedure_code | units | date_of_service | description  |
        | 0360         | 15271          | 1     | 2025-12-31      |              |
        | 0636         | <code>         | 4     | 2025-12-31      | Name and lot |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | Q4257 |
        | A2025 |
        | A4100 |
        | C9358 |

    Scenario: A product by the milliliter or another supply is none
      Given the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15271          | 1     | 2025-12-31      |
        | 0623         | A6600          | 2     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | PAR010  | return_to_provider |

    Scenario: Beside a flowable product alone the line is returned, with the advice for that product
      Given the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15271          | 1     | 2025-12-31      |
        | 0636         | Q4162          | 2     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | PAR010  | return_to_provider |
        | 1           | PAR040  | advisory           |

    Scenario Outline: Only a product of the same date counts
      Given the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0636         | Q4257          | 20    | <day>           |
        | 0360         | 15271          | 1     | 2025-12-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | PAR010  | return_to_provider |

      Examples:
        | day        |
        | 2025-12-14 |
        | 2025-12-16 |

    Scenario: A product counts whatever its line's place, practitioner and state
      Given the claim lines:
        | line_number | revenue_code | procedure_code | modifiers | units | date_of_service | rendering_provider |
        | 9           | 0636         | Q4257          | JZ        |       | 2025-12-31      | B                  |
        | 2           | 0360         | 15271          |           | 1     | 2025-12-31      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 9           | UOS010  | return_to_provider |

    Scenario Outline: No modifier of the application lifts the edit
      Given the claim lines:
        | revenue_code | procedure_code | modifiers  | units | date_of_service |
        | 0360         | 15271          | <modifier> | 1     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | PAR010  | return_to_provider |

      Examples:
        | modifier |
        | 52       |
        | 59       |
        | GA       |
        | PO       |
        | XS       |

  Rule: The period of the edit is that of the I/OCE: from the January 2014 update until CMS paid products separately in 2026 (CMS Transmittal 2845, CR 8572; CMS-1834-FC)

    Background:
      Given no code records
      And the payer is medicare
      And the claim type is institutional
      And the type of bill is 131

    Scenario Outline: Until 2013-12-31 an application alone passes
      Given the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15271          | 1     | <day>           |
      When the claim is checked
      Then there are no findings

      Examples:
        | day        |
        | 2012-01-01 |
        | 2013-12-31 |

    Scenario Outline: On the first day and the last an application alone is returned
      Given the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15271          | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | PAR010  | return_to_provider |

      Examples:
        | day        |
        | 2014-01-01 |
        | 2025-12-31 |

    Scenario: From 2026-01-01 it is advice, under an edit of its own
      Given the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15271          | 1     | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | PAR020  | advisory    |

  Rule: The outpatient editor judges hospitals' outpatient claims, type of bill 13x (January 2014 Update of the Hospital OPPS)

    Background:
      Given no code records
      And the payer is medicare

    Scenario Outline: Every bill of type 13x is judged, the first as the corrected one
      Given the claim type is institutional
      And the type of bill is <bill>
      And the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15271          | 1     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | PAR010  | return_to_provider |

      Examples:
        | bill |
        | 130  |
        | 131  |
        | 137  |
        | 13Q  |

    Scenario Outline: No other bill is judged
      Given the claim type is institutional
      And the type of bill is <bill>
      And the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15271          | 1     | 2025-12-31      |
      When the claim is checked
      Then there are no findings

      Examples: inpatient, inpatient Part B, other, skilled nursing, clinic, surgical center, critical access hospital
        | bill |
        | 111  |
        | 121  |
        | 141  |
        | 221  |
        | 711  |
        | 831  |
        | 851  |

    Scenario: An institutional claim without a type of bill is not judged
      Given the claim type is institutional
      And the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15271          | 1     | 2025-12-31      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: A <claim_type> claim is not a hospital's, whatever its place of service
      Given the claim type is <claim_type>
      And the place of service is <place>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-31      |
      When the claim is checked
      Then there are no findings

      Examples:
        | claim_type   | place |
        | professional | 11    |
        | professional | 19    |
        | professional | 22    |
        | dme          | 12    |

    Scenario: A revenue code without a procedure code says nothing of an application
      Given the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | revenue_code | units | date_of_service |
        | 0360         | 1     | 2025-12-31      |
        | 0250         | 3     | 2025-12-31      |
      When the claim is checked
      Then there are no findings

  Rule: The edit is Medicare's (the I/OCE speaks for Medicare alone)

    Background:
      Given no code records
      And the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15271          | 1     | 2025-12-31      |

    Scenario Outline: Other payers may ask for less
      Given the payer is <payer>
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated the pair is not judged, and that is said
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

  Rule: The pair is not judged where the application code itself was not valid (45 CFR 162.1000)

    Background:
      Given the payer is medicare
      And the claim type is institutional
      And the type of bill is 131

    Scenario Outline: The application is judged from its code's first day to its last
      Given the partial release 2025-07 holds the code records:
        | code  | code_added_date | termination_date |
        | C5271 | 2025-08-01      | 2025-12-30       |
      And the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | C5271          | 1     | <day>           |
      When the claim is checked
      Then line 1 <outcome> PAR010

      Examples:
        | day        | outcome        |
        | 2025-07-31 | has no finding |
        | 2025-08-01 | has finding    |
        | 2025-12-30 | has finding    |
        | 2025-12-31 | has no finding |

    Scenario Outline: What is wrong with the code comes first
      Given the complete release 2025-07 holds the code records:
        | code  | code_added_date | termination_date |
        | C5271 | 2025-08-01      | 2025-09-29       |
      And the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | <code>         | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | <edit>  | return_to_provider |

      Examples:
        | code  | day        | edit   |
        | C5271 | 2025-07-31 | COD020 |
        | C5271 | 2025-09-30 | COD030 |
        | C5273 | 2025-09-30 | COD010 |

  Rule: The type of bill speaks of institutional claims alone (Pub. 100-04 ch. 25, form locator 4)

    Scenario Outline: A <claim_type> claim that states a type of bill all the same is not judged by it
      Given no code records
      And the payer is medicare
      And the claim type is <claim_type>
      And the type of bill is 131
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-31      |
      When the claim is checked
      Then there are no findings

      Examples:
        | claim_type   |
        | professional |
        | dme          |
