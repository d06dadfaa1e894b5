@PAR040
Feature: Application code beside a product that is no sheet graft
  The application codes stand for fixing a sheet of skin substitute on a wound. Liquid, powdered or injected products
  are spread or injected as part of other care; billing an application code for them invites a denial.

  Rule: Injected products, and those not supplied as sheets, are not billed with 15271-15278 (CGS article A56696, Coding Guidance, paragraph 2; Novitas article A54117, paragraphs 2 and 3)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                                | code_added_date |
        | Q4162 | Woundex flow, bioskin flow, 0.5 cc                                              | 2016-01-01      |
        | Q4139 | Amniomatrix or biodmatrix, injectable, 1 cc                                     | 2013-01-01      |
        | Q4202 | Keroxx (2.5g/cc), 1cc                                                           | 2019-10-01      |
        | Q4257 | Relese, per square centimeter                                                   | 2022-04-01      |
        | Q4100 | Skin substitute, not otherwise specified                                        | 2009-01-01      |
        | A2025 | Miro3d, per cubic centimeter                                                    | 2023-10-01      |
        | J0585 | Injection, onabotulinumtoxina, 1 unit                                           | 1996-01-01      |
        | A2004 | Xcellistem, 1 mg                                                                | 2022-01-01      |
        | C5271 |                                                                                 | 2014-01-01      |
        | C5278 |                                                                                 | 2014-01-01      |
      And the payer is medicare

    Scenario: The only product of the day is injected
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-15      |
        | Q4139          | 2     | 2025-12-15      |
      When the claim is checked
      Then line 1 has finding PAR040
        | field            | value |
        | title            | Application code beside a product that is no sheet graft |
        | disposition      | advisory |
        | message          | 15271 is for applying a sheet of skin substitute; the only product billed for 2025-12-15 is injected, liquid, powder or another form. |
        | fix              | Bill the code of the procedure that was performed; injecting or spreading such a product is part of other wound care and is not billed with 15271. |
        | evidence         | application_family=CPT, graft_product_day=absent, injected_or_flowable=present |
        | remittance       | CO 16 N657 |
        | code_set_release | none |
        | authority        | CMS Medicare Coverage Database, CGS article A56696, Billing and Coding: Wound Application of CTPs, Lower Extremities, Coding Guidance, paragraph 2; CMS Medicare Coverage Database, Novitas article A54117, Billing and Coding: Skin Substitute Grafts/CTPs for DFU and VLU, Coding Guidance, paragraphs 2 and 3 |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | PAR040  | advisory    |

    Scenario: A sheet passes
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-15      |
        | Q4257          | 20    | 2025-12-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: Each application code is for a sheet
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2025-12-15      |
        | Q4162          | 2     | 2025-12-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | PAR040  | advisory    |

      Examples:
        | code  |
        | 15271 |
        | 15272 |
        | 15273 |
        | 15274 |
        | 15275 |
        | 15276 |
        | 15277 |
        | 15278 |
        | C5271 |
        | C5278 |

    Scenario Outline: Another procedure may go with such a product
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2025-12-15      |
        | Q4139          | 2     | 2025-12-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | 15270 |
        | 15279 |
        | 97597 |
        | 20550 |

    Scenario Outline: Each application line of the day is pointed out, and none of another day
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-15      |
        | 15272          | 2     | 2025-12-15      |
        | 15271          | 1     | <day>           |
        | Q4162          | 2     | 2025-12-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | PAR040  | advisory    |
        | 2           | PAR040  | advisory    |

      Examples:
        | day        |
        | 2025-12-14 |
        | 2025-12-16 |

    Scenario: Lines may stand in any order
      Given the claim lines:
        | line_number | procedure_code | units | date_of_service | rendering_provider |
        | 4           | Q4202          | 2     | 2025-12-15      | B                  |
        | 2           | 15275          | 1     | 2025-12-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | PAR040  | advisory    |

  Rule: A graft product on the date takes the application; what is read as one is billed by the square or cubic centimeter, or known by its code (CGS article A56696, Coding Guidance)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                                | code_added_date |
        | Q4162 | Woundex flow, bioskin flow, 0.5 cc                                              | 2016-01-01      |
        | Q4257 | Relese, per square centimeter                                                   | 2022-04-01      |
        | Q4100 | Skin substitute, not otherwise specified                                        | 2009-01-01      |
        | A2025 | Miro3d, per cubic centimeter                                                    | 2023-10-01      |
        | A2004 | Xcellistem, 1 mg                                                                | 2022-01-01      |
        | J0585 | Injection, onabotulinumtoxina, 1 unit                                           | 1996-01-01      |
      And the payer is medicare

    Scenario Outline: A graft product beside the injected one takes the application
      Given the claim lines:
        | procedure_code | units | date_of_service | description  |
        | 15271          | 1     | 2025-12-15      |              |
        | Q4162          | 2     | 2025-12-15      |              |
        | <code>         | 4     | 2025-12-15      | Name and lot |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | Q4257 |
        | Q4100 |
        | A2025 |

    Scenario: A graft product of another day does not
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-15      |
        | Q4162          | 2     | 2025-12-15      |
        | Q4257          | 4     | 2025-12-16      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | PAR040  | advisory    |

    Scenario Outline: Products outside Q4100 to Q4449 are not asked for
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-15      |
        | <code>         | 4     | 2025-12-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | A2004 |
        | J0585 |

    Scenario: A product whose record is not loaded is not called injected
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-15      |
        | Q4139          | 2     | 2025-12-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD900  | not_checked |

  Rule: The articles bear no date of their own in the catalogue; every date and every kind of claim is judged alike (CGS article A56696; Novitas article A54117)

    Background:
      Given the partial release 2012-01 holds the code records:
        | code  | long_description                            | code_added_date |
        | Q4139 | Amniomatrix or biodmatrix, injectable, 1 cc | 2012-01-01      |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                            | code_added_date |
        | Q4139 | Amniomatrix or biodmatrix, injectable, 1 cc | 2012-01-01      |
      And the payer is medicare

    Scenario Outline: The advice is given at all times
      Given the place of service is 22
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
        | Q4139          | 2     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | PAR040  | advisory    |

      Examples:
        | day        |
        | 2012-01-01 |
        | 2012-03-31 |
        | 2026-01-01 |
        | 2026-03-31 |

    Scenario: In an office since 2026 both pieces of advice are given
      Given the place of service is 11
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4139          | 2     | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | PAR020  | advisory    |
        | 1           | PAR040  | advisory    |

    Scenario Outline: A <claim_type> claim is judged alike
      Given the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4139          | 2     | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | PAR040  | advisory    |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

    Scenario Outline: A line's place of service and modifiers do not matter
      Given the claim lines:
        | procedure_code | place_of_service | modifiers   | units | date_of_service |
        | 15271          | <place>          | <modifiers> | 1     | 2012-01-01      |
        | Q4139          | <place>          |             | 2     | 2012-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | PAR040  | advisory    |

      Examples:
        | place | modifiers |
        | 11    | 59        |
        | 22    | XS        |
        | 21    | 52        |

  Rule: The advice is Medicare's (articles of Medicare contractors)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                            |
        | Q4139 | Amniomatrix or biodmatrix, injectable, 1 cc |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-15      |
        | Q4139          | 2     | 2025-12-15      |

    Scenario Outline: Other payers may see it otherwise
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

  Rule: The application is not judged where its own code was not valid; the product's own faults do not matter (45 CFR 162.1000)

    Background:
      Given the complete release 2025-10 holds the code records:
        | code  | long_description                            | code_added_date | termination_date |
        | Q4139 | Amniomatrix or biodmatrix, injectable, 1 cc | 2013-01-01      | 2025-11-30       |
        | C5271 |                                             | 2025-10-15      | 2025-12-15       |
      And the payer is medicare

    Scenario Outline: What is wrong with the application code comes first
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | <day>           |
        | Q4139          | 2     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | <edit>  | return_to_provider |

      Examples:
        | code  | day        | edit   |
        | C5271 | 2025-10-14 | COD020 |
        | C5273 | 2025-11-15 | COD010 |

    Scenario: A product billed after its end is still the only product of the day
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-01      |
        | Q4139          | 2     | 2025-12-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | PAR040  | advisory           |
        | 2           | COD030  | return_to_provider |

  Rule: What is injected or flows is a code of the list that is billed neither by area nor by volume

    Scenario Outline: <code> beside an application code <outcome>
      Given the partial release 2026-01 holds the code records:
        | code   | long_description |
        | <code> | Item, each       |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 <outcome> PAR040

      Examples:
        | code  | outcome        |
        | Q4099 | has no finding |
        | Q4101 | has finding    |
        | Q4449 | has finding    |
        | Q4450 | has no finding |

  Rule: What is wrong with the application code itself comes first (45 CFR 162.1000)

    Scenario Outline: On <day> the application code of 2026-01-20 or before brings <edit>
      Given the partial release 2026-01 holds the code records:
        | code  | long_description | termination_date |
        | C5271 | Application      | 2026-01-20       |
        | Q4101 | Item, each       |                  |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | C5271          | 1     | <day>           |
        | Q4101          | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | day        | edit   | disposition        |
        | 2026-01-20 | PAR040 | advisory           |
        | 2026-01-21 | COD030 | return_to_provider |
