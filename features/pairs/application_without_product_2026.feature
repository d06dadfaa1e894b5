@PAR020
Feature: Graft is applied, but no product is billed (from 2026)
  Since 2026 Medicare pays for the product by the square centimeter. A claim with the application alone may be right,
  when somebody else supplied the product; else the money for the product is left behind.

  Rule: From 2026-01-01 products are paid separately from their application, in hospitals and in offices (CMS-1834-FC, as reported by APMA 2025-11-24; CMS-1832-F, calculation of 2026 rates)

    Background:
      Given the bundled code records
      And the payer is medicare

    Scenario: A hospital bills the application of a graft and no product
      Given the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15271          | 1     | 2026-01-01      |
      When the claim is checked
      Then line 1 has finding PAR020
        | field            | value |
        | title            | Graft is applied, but no product is billed (from 2026) |
        | disposition      | advisory |
        | message          | 15271 applies a skin substitute on 2026-01-01, but no line of that date bears a product that the loaded releases know as one; since 2026 the product is paid by itself. |
        | fix              | If you supplied the product, bill it by its own code, one unit for each square centimeter applied; where it is on the claim, load the release that holds its record; if another party supplied or billed it, nothing. |
        | evidence         | application_step=first, graft_product_day=absent, claim_type=institutional, bill_type=13, place_of_service=none |
        | remittance       | none |
        | code_set_release | none |
        | authority        | APMA, CMS Finalizes Revisions to Skin Substitute Payment ... in the Hospital Outpatient Department, 2025-11-24 (on CMS-1834-FC), paragraphs 2-4: products as add-on codes with payment of their own; 42 CFR 416.164, Scope of ASC services (as amended for 2026), (a)(5), covered ancillary skin substitute supplies; Medicare Program; CY 2026 Physician Fee Schedule; Correction (CMS-1832-CN2), 90 FR 54589 (2025-11-28), I. Background |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | PAR020  | advisory    |

    Scenario: The application with its product passes
      Given the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15271          | 1     | 2026-01-01      |
        | 0636         | Q4257          | 20    | 2026-01-01      |
      When the claim is checked
      Then the claim is clean
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |

    Scenario: A practitioner bills the application of a graft in the office and no product
      Given the place of service is 11
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15275          | 1     | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                                                                                                         |
        | 1           | PAR020  | advisory    | application_step=first, graft_product_day=absent, claim_type=professional, bill_type=none, place_of_service=11 |

    Scenario Outline: Each code for a first area asks for a product
      Given the place of service is 11
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | PAR020  | advisory    |

      Examples:
        | code  |
        | 15271 |
        | 15273 |
        | 15275 |
        | 15277 |

    Scenario Outline: A code for an additional area, or of another procedure, asks for none
      Given the place of service is 11
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | 15272 |
        | 15274 |
        | 15276 |
        | 15278 |
        | 15270 |
        | 15279 |
        | 15777 |

    Scenario Outline: A product by the square or cubic centimeter, or one known by its code, is a product
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                                     |
        | A2025 | Miro3d, per cubic centimeter (add-on, list separately in addition to primary procedure)                              |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter                                    |
        | Q4431 | Unlisted premarket approval application product (list in addition to primary procedure)                              |
      And the place of service is 11
      And the claim lines:
        | procedure_code | units | date_of_service | description  |
        | 15271          | 1     | 2026-01-15      |              |
        | <code>         | 4     | 2026-01-15      | Name and lot |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | A2025 |
        | Q4226 |
        | Q4431 |

    Scenario Outline: Only a product of the same date counts
      Given the place of service is 11
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | 15271          | 1     | <day>           |
        | Q4257          | 20    | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | PAR020  | advisory    |
        | 3           | COV080  | information |

      Examples:
        | day        |
        | 2026-01-14 |
        | 2026-01-16 |

    Scenario: The product may stand before the application, and be another practitioner's
      Given the place of service is 11
      And the claim lines:
        | line_number | procedure_code | units | date_of_service | rendering_provider |
        | 7           | 15271          | 1     | 2026-01-15      | A                  |
        | 3           | Q4257          | 20    | 2026-01-15      | B                  |
      When the claim is checked
      Then line 7 has no finding PAR020

    Scenario Outline: No modifier of the application lifts the advice
      Given the place of service is 11
      And the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | 15271          | <modifier> | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | PAR020  | advisory    |

      Examples:
        | modifier |
        | 52       |
        | 59       |
        | GA       |
        | XS       |

  Rule: Until 2025 the pair was the outpatient editor's, and in offices nobody's (CMS-1832-F takes effect on 2026-01-01)

    Background:
      Given no code records
      And the payer is medicare

    Scenario Outline: In an office an application alone passes until 2025-12-31
      Given the place of service is 11
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
      When the claim is checked
      Then line 1 <outcome> PAR020

      Examples:
        | day        | outcome        |
        | 2025-12-30 | has no finding |
        | 2025-12-31 | has no finding |
        | 2026-01-01 | has finding    |
        | 2026-01-02 | has finding    |
        | 2030-12-31 | has finding    |

    Scenario: In a hospital it is another edit's until 2025-12-31
      Given the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15271          | 1     | 2025-12-31      |
      When the claim is checked
      Then line 1 has no finding PAR020
      And line 1 has finding PAR010

  Rule: Where a practitioner buys the product himself, in six places of service, or where a hospital does, on type of bill 13x, the product is expected on the claim (CMS-1832-F, steps 1 and 4)

    Background:
      Given no code records
      And the payer is medicare

    Scenario Outline: Place of service <place> is one where the practitioner supplies the product
      Given the place of service is <place>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | PAR020  | advisory    |

      Examples: office, home, assisted living, group home, nursing facility, custodial care
        | place |
        | 11    |
        | 12    |
        | 13    |
        | 14    |
        | 32    |
        | 33    |

    Scenario Outline: Place of service <place> is none of them
      Given the place of service is <place>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples: telehealth at home, mobile unit, off-campus and on-campus hospital, inpatient, emergency, surgical center, skilled nursing, hospice
        | place |
        | 10    |
        | 15    |
        | 19    |
        | 21    |
        | 22    |
        | 23    |
        | 24    |
        | 31    |
        | 34    |

    Scenario: Without a place of service nothing says who supplied the product
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: The line's own place of service comes before the claim's
      Given the place of service is 11
      And the claim lines:
        | procedure_code | place_of_service | units | date_of_service |
        | 15271          | 22               | 1     | 2026-01-15      |
        | 15275          |                  | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | PAR020  | advisory    |

    Scenario Outline: Of institutional bills those of type 13x are looked at
      Given the claim type is institutional
      And the type of bill is <bill>
      And the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15271          | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 <outcome> PAR020

      Examples:
        | bill | outcome        |
        | 131  | has finding    |
        | 137  | has finding    |
        | 111  | has no finding |
        | 121  | has no finding |
        | 141  | has no finding |
        | 831  | has no finding |
        | 851  | has no finding |

    Scenario: A claim for equipment is no practitioner's
      Given the claim type is dme
      And the place of service is 12
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: A revenue code without a procedure code says nothing of an application
      Given the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | revenue_code | units | date_of_service |
        | 0360         | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

  Rule: The advice is Medicare's (CMS-1832-F and CMS-1834-FC: Medicare Part B)

    Background:
      Given no code records
      And the place of service is 11
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |

    Scenario Outline: Other payers pay by their own rules
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

    Scenario: The low-cost application codes ended with 2025
      Given the partial release 2026-01 holds the code records:
        | code  | code_added_date | termination_date |
        | C5271 | 2014-01-01      | 2025-12-31       |
      And the payer is medicare
      And the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | C5271          | 1     | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD030  | return_to_provider |

    Scenario: Without a record of the code the advice stands, with a word that the code was not checked
      Given no code records
      And the payer is medicare
      And the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | C5271          | 1     | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |
        | 1           | PAR020  | advisory    |

  Rule: The type of bill speaks of institutional claims alone (Pub. 100-04 ch. 25, form locator 4)

    Scenario Outline: A <claim_type> claim that states a type of bill all the same is not judged by it
      Given no code records
      And the payer is medicare
      And the claim type is <claim_type>
      And the type of bill is 131
      And the place of service is <place>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | claim_type   | place |
        | professional | 22    |
        | dme          | 11    |

  Rule: What is wrong with the code itself comes first (45 CFR 162.1000)

    Scenario Outline: An application code that is not valid on the day is returned, and no more is said of it
      Given the complete release 2026-01 holds the code records:
        | code  | long_description | code_added_date | termination_date |
        | C5271 | Application      | 2026-01-10      | 2026-01-20       |
      And the payer is medicare
      And the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | C5271 | 2026-01-09 | COD020 | return_to_provider |
        | C5271 | 2026-01-10 | PAR020 | advisory           |
        | C5271 | 2026-01-20 | PAR020 | advisory           |
        | C5271 | 2026-01-21 | COD030 | return_to_provider |
        | C5273 | 2026-01-15 | COD010 | return_to_provider |
