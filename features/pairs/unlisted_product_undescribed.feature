@PAR060
Feature: Unlisted skin substitute without a description
  Some codes stand for every product that has no code of its own. Unless the line says which product it was, nobody can
  price it: the line comes back.

  Rule: For A4100, Q4431, Q4432 and Q4433 the claim names the product, the package size, and the amounts applied and wasted (CGS article A56696, Coding Guidance, paragraph 6)

    Background:
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                                                 | code_added_date |
        | A4100 | Skin substitute, fda cleared as a device, not otherwise specified (add-on, list separately in addition to primary procedure)     | 2022-04-01      |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure)                                         | 2022-04-01      |
        | Q4431 | Unlisted pma product (list in addition to primary procedure)                                                                     | 2026-01-01      |
        | Q4432 | Unlisted 510(k) product (list in addition to primary procedure)                                                                  | 2026-01-01      |
        | Q4433 | Unlisted 361 hct/p product (list in addition to primary procedure)                                                               | 2026-01-01      |
      And the payer is medicare

    Scenario: An unlisted product is billed without a word on what it was
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4432          | 12    | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding PAR060
        | field            | value |
        | title            | Unlisted skin substitute without a description |
        | disposition      | return_to_provider |
        | message          | Q4432 is a code for products that have none of their own; the line does not say which product it is. |
        | fix              | Describe the product on the line: its name, the package size bought, the amount applied and the amount wasted (SV101-7 of the 837, item 19 of the paper form). |
        | evidence         | procedure_code=Q4432, described=no |
        | remittance       | CO 16 N350 |
        | code_set_release | 2026-01 |
        | authority        | CMS Medicare Coverage Database, CGS article A56696, Billing and Coding: Wound Application of CTPs, Lower Extremities, Coding Guidance, paragraph 6: A4100, Q4431, Q4432, Q4433; CMS Medicare Coverage Database, First Coast article A59226 (for proposed LCD DL36377), Billing and Coding: Skin Substitutes for DFU and VLU, Coding Guidance, paragraph 6: Q4100, A4100; Noridian Medicare JA DME, Denial Code Resolution, rows 16 / M51, N350 |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | PAR060  | return_to_provider |

    Scenario: An unlisted product with a description passes
      Given the claim lines:
        | procedure_code | units | date_of_service | description                       |
        | 15271          | 1     | 2026-01-15      |                                   |
        | Q4432          | 12    | 2026-01-15      | Sheet 4 x 4, 12 applied, 4 wasted |
      When the claim is checked
      Then there are no findings

    Scenario Outline: Each unlisted product is described
      Given the claim lines:
        | procedure_code | units | date_of_service | description |
        | 15271          | 1     | 2026-01-15      |             |
        | <code>         | 12    | 2026-01-15      |             |
        | <code>         | 4     | 2026-01-15      | Sheet 2 x 2 |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | PAR060  | return_to_provider |

      Examples:
        | code  |
        | A4100 |
        | Q4431 |
        | Q4432 |
        | Q4433 |

    Scenario: A product with a code of its own needs no description
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 12    | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: The codes on either side of the unlisted ones are none
      Given the partial release 2026-01 holds the code records:
        | code  | code_added_date |
        | A4101 | 2026-01-01      |
        | Q4430 | 2026-01-01      |
        | Q4434 | 2026-01-01      |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4101          | 1     | 2026-01-15      |
        | Q4430          | 1     | 2026-01-15      |
        | Q4434          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: A blank description is none
      Given the claim:
        """
        {"claim_id": "A", "lines": [
          {"line_number": 1, "procedure_code": "15271", "units": 1, "date_of_service": "2026-01-15"},
          {"line_number": 2, "procedure_code": "Q4431", "units": 12, "date_of_service": "2026-01-15", "description": "  "},
          {"line_number": 3, "procedure_code": "Q4431", "units": 4, "date_of_service": "2026-01-15", "description": "."}
        ]}
        """
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | PAR060  | return_to_provider |

    Scenario Outline: No modifier takes the place of a description
      Given the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | 15271          |            | 1     | 2026-01-15      |
        | Q4433          | <modifier> | 12    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | PAR060  | return_to_provider |

      Examples:
        | modifier |
        | JZ       |
        | KX       |
        | GA       |
        | GY       |

    Scenario Outline: A <claim_type> claim is judged alike
      Given the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4433          | 12    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | PAR060  | return_to_provider |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

    Scenario: Without a record of the code the line is judged by its number
      Given no code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4433          | 12    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | COD900  | not_checked        |
        | 2           | PAR060  | return_to_provider |

    Scenario: A revenue code without a procedure code is no unlisted product
      Given the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | revenue_code | units | date_of_service |
        | 0636         | 12    | 2026-01-15      |
      When the claim is checked
      Then there are no findings

  Rule: Until 2025-12-31 Q4100 stood for unlisted products too (First Coast article A59226, Coding Guidance, paragraph 6; CGS article A56696 for 2026 leaves it out)

    Background:
      Given the payer is medicare

    Scenario Outline: Q4100 is described until its last day
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                         | code_added_date |
        | Q4100 | Skin substitute, not otherwise specified | 2009-01-01      |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
        | Q4100          | 12    | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | PAR060  | return_to_provider |

      Examples:
        | day        |
        | 2025-12-30 |
        | 2025-12-31 |

    Scenario Outline: From 2026-01-01 Q4100 is ended, and its description is no question
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                         | code_added_date | termination_date |
        | Q4100 | Skin substitute, not otherwise specified | 2009-01-01      | 2025-12-31       |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
        | Q4100          | 12    | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | COD030  | return_to_provider |

      Examples:
        | day        |
        | 2026-01-01 |
        | 2026-01-02 |

    Scenario Outline: Whatever its record says, Q4100 is on the list until 2025-12-31
      Given no code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4100          | 12    | <day>           |
      When the claim is checked
      Then line 1 <outcome> PAR060

      Examples:
        | day        | outcome        |
        | 2009-01-01 | has finding    |
        | 2025-12-31 | has finding    |
        | 2026-01-01 | has no finding |

    Scenario Outline: A4100 is described on either side of the new year
      Given no code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4100          | 12    | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD900  | not_checked        |
        | 1           | PAR060  | return_to_provider |

      Examples:
        | day        |
        | 2025-12-31 |
        | 2026-01-01 |

  Rule: The description is asked for by Medicare's contractors (CGS article A56696; First Coast article A59226)

    Background:
      Given the partial release 2026-01 holds the code records:
        | code  | long_description        | code_added_date |
        | Q4432 | Unlisted 510(k) product | 2026-01-01      |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4432          | 12    | 2026-01-15      |

    Scenario Outline: Other payers' requirements are their own
      Given the payer is <payer>
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated the description is not asked for, and that is said
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

  Rule: The description is not asked for where the code itself was not valid (45 CFR 162.1000)

    Background:
      Given the payer is medicare

    Scenario: The unlisted products of 2026 cannot be billed in 2025, described or not
      Given the partial release 2026-01 holds the code records:
        | code  | long_description        | code_added_date |
        | Q4431 | Unlisted pma product    | 2026-01-01      |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4431          | 12    | 2025-12-31      |
      When the claim is checked
      Then line 1 has no finding PAR060
      And line 1 has finding COD020

    Scenario: A code that the release lacks is unknown, described or not
      Given the complete release 2026-01 holds the code records:
        | code  |
        | A4649 |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4100          | 12    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD010  | return_to_provider |

  Rule: Unlisted products are the codes that the list of the day names, and no code beside them

    Scenario: On 2025-12-31 the codes of the list are unlisted products, the code beside each is none
      Given no code records
      And the payer is medicare
      And the claim lines:
        | line_number | procedure_code | units | date_of_service |
        | 1           | A4099          | 1     | 2025-12-31      |
        | 2           | A4100          | 1     | 2025-12-31      |
        | 3           | A4101          | 1     | 2025-12-31      |
        | 4           | Q4099          | 1     | 2025-12-31      |
        | 5           | Q4100          | 1     | 2025-12-31      |
        | 6           | Q4101          | 1     | 2025-12-31      |
        | 7           | Q4430          | 1     | 2025-12-31      |
        | 8           | Q4431          | 1     | 2025-12-31      |
        | 9           | Q4432          | 1     | 2025-12-31      |
        | 10          | Q4433          | 1     | 2025-12-31      |
        | 11          | Q4434          | 1     | 2025-12-31      |
      When the claim is checked
      Then line 1 has no finding PAR060
      And line 2 has finding PAR060
      And line 3 has no finding PAR060
      And line 4 has no finding PAR060
      And line 5 has finding PAR060
      And line 6 has no finding PAR060
      And line 7 has no finding PAR060
      And line 8 has finding PAR060
      And line 9 has finding PAR060
      And line 10 has finding PAR060
      And line 11 has no finding PAR060

    Scenario: On 2026-01-01 the codes of the list are unlisted products, the code beside each is none
      Given no code records
      And the payer is medicare
      And the claim lines:
        | line_number | procedure_code | units | date_of_service |
        | 1           | A4099          | 1     | 2026-01-01      |
        | 2           | A4100          | 1     | 2026-01-01      |
        | 3           | A4101          | 1     | 2026-01-01      |
        | 4           | Q4099          | 1     | 2026-01-01      |
        | 5           | Q4100          | 1     | 2026-01-01      |
        | 6           | Q4101          | 1     | 2026-01-01      |
        | 7           | Q4430          | 1     | 2026-01-01      |
        | 8           | Q4431          | 1     | 2026-01-01      |
        | 9           | Q4432          | 1     | 2026-01-01      |
        | 10          | Q4433          | 1     | 2026-01-01      |
        | 11          | Q4434          | 1     | 2026-01-01      |
      When the claim is checked
      Then line 1 has no finding PAR060
      And line 2 has finding PAR060
      And line 3 has no finding PAR060
      And line 4 has no finding PAR060
      And line 5 has no finding PAR060
      And line 6 has no finding PAR060
      And line 7 has no finding PAR060
      And line 8 has finding PAR060
      And line 9 has finding PAR060
      And line 10 has finding PAR060
      And line 11 has no finding PAR060

  Rule: What is wrong with the code itself comes first (45 CFR 162.1000)

    Scenario Outline: On <day> a code that ends on 2026-01-20 brings <edit>
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                         | termination_date |
        | A4100 | Skin substitute, not otherwise specified | 2026-01-20       |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4100          | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | <edit>  | return_to_provider |

      Examples:
        | day        | edit   |
        | 2026-01-20 | PAR060 |
        | 2026-01-21 | COD030 |
