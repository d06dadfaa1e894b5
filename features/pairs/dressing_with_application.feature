@PAR050
Feature: Wound cleansing beside the application of a graft
  Cleansing a wound is part of applying a skin substitute to it. Billed beside the application it is denied, and the
  denial can only be appealed, not corrected.

  Rule: 97602 is never billed with the application of a skin substitute (CGS article A56696, Coding Guidance, paragraph 3; Novitas article A54117 and First Coast article A59226, paragraph 4)

    Background:
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                         |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure) |
      And the payer is medicare

    Scenario: Cleansing is billed beside the application
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 20    | 2026-01-15      |
        | 97602          | 1     | 2026-01-15      |
      When the claim is checked
      Then line 3 has finding PAR050
        | field            | value |
        | title            | Wound cleansing beside the application of a graft |
        | disposition      | line_item_denial |
        | message          | 97602 is billed on 2026-01-15 beside the application of a skin substitute; cleansing the wound is part of the application. |
        | fix              | Remove 97602; do not bill it beside the application codes. |
        | evidence         | procedure_code=97602, application_procedure=present |
        | remittance       | CO 236 M80 |
        | code_set_release | none |
        | authority        | CMS Medicare Coverage Database, CGS article A56696, Billing and Coding: Wound Application of CTPs, Lower Extremities, Coding Guidance, paragraph 3; CMS Medicare Coverage Database, Novitas article A54117, Billing and Coding: Skin Substitute Grafts/CTPs for DFU and VLU, Coding Guidance, paragraph 4; CMS Medicare Coverage Database, First Coast article A59226 (for proposed LCD DL36377), Billing and Coding: Skin Substitutes for DFU and VLU, Coding Guidance, paragraph 4 |
      And the findings are exactly:
        | line_number | edit_id | disposition      |
        | 3           | PAR050  | line_item_denial |

    Scenario: Cleansing by itself passes
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 97602          | 1     | 2026-01-15      |
        | 99213          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: Each application code, for a first or an additional area, includes it
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 97602          | 1     | 2026-01-15      |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | PAR050  | line_item_denial |

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

    Scenario Outline: The hospital's codes for low-cost products include it too
      Given the partial release 2025-10 holds the code records:
        | code   |
        | <code> |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 97602          | 1     | 2025-12-31      |
        | <code>         | 1     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | PAR050  | line_item_denial |

      Examples:
        | code  |
        | C5271 |
        | C5272 |
        | C5273 |
        | C5274 |
        | C5275 |
        | C5276 |
        | C5277 |
        | C5278 |

    Scenario Outline: Beside another procedure, or a product without an application, it passes
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 97602          | 1     | 2026-01-15      |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 has no finding

      Examples:
        | code  |
        | 15270 |
        | 15279 |
        | 15777 |
        | 15002 |
        | Q4257 |

    Scenario Outline: Other care of the wound is not this edit's
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 20    | 2026-01-15      |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | 97597 |
        | 97598 |
        | 97601 |
        | 97605 |

    Scenario Outline: The application of another day does not include it
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
        | 97602          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | day        |
        | 2026-01-14 |
        | 2026-01-16 |

    Scenario: Each cleansing of the day is denied, in whatever order the lines stand and whoever did it
      Given the claim lines:
        | line_number | procedure_code | units | date_of_service | rendering_provider |
        | 5           | 97602          | 1     | 2026-01-15      | B                  |
        | 2           | 15275          | 1     | 2026-01-15      | A                  |
        | 1           | 97602          | 2     | 2026-01-15      |                    |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | PAR050  | line_item_denial |
        | 5           | PAR050  | line_item_denial |

    Scenario Outline: No modifier lifts a rule that says never
      Given the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | 15271          |            | 1     | 2026-01-15      |
        | 97602          | <modifier> | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | PAR050  | line_item_denial |

      Examples:
        | modifier |
        | 25       |
        | 59       |
        | 76       |
        | XE       |
        | XP       |
        | XS       |
        | XU       |
        | GP       |
        | GY       |

    Scenario: An application that must itself be corrected still includes it
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 0     | 2026-01-15      |
        | 97602          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |
        | 2           | PAR050  | line_item_denial   |

  Rule: The articles bear no date of their own in the catalogue, and speak of every setting (CGS article A56696; Novitas article A54117; First Coast article A59226)

    Background:
      Given no code records
      And the payer is medicare

    Scenario Outline: The denial stands at all times
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
        | 97602          | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | PAR050  | line_item_denial |

      Examples:
        | day        |
        | 2012-01-01 |
        | 2025-12-31 |
        | 2026-01-01 |

    Scenario Outline: A <claim_type> claim for place of service <place> is judged alike
      Given the claim type is <claim_type>
      And the place of service is <place>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-15      |
        | 97602          | 1     | 2025-12-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | PAR050  | line_item_denial |

      Examples:
        | claim_type   | place |
        | professional | 11    |
        | professional | 22    |
        | professional | 24    |
        | dme          | 12    |

    Scenario Outline: A hospital's line is judged alike, whatever the type of bill
      Given the claim type is institutional
      And the type of bill is <bill>
      And the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15272          | 1     | 2025-12-15      |
        | 0510         | 97602          | 1     | 2025-12-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | PAR050  | line_item_denial |

      Examples:
        | bill |
        | 131  |
        | 221  |
        | 851  |

    Scenario: A revenue code for a clinic without a procedure code is no cleansing
      Given the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0360         | 15272          | 1     | 2025-12-15      |
        | 0510         |                | 1     | 2025-12-15      |
      When the claim is checked
      Then there are no findings

  Rule: The denial is Medicare's (articles of Medicare contractors)

    Background:
      Given no code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-15      |
        | 97602          | 1     | 2025-12-15      |

    Scenario Outline: Other payers may pay for both
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

  Rule: The dressing is one code, and no code beside it

    Scenario: The code beside it is billed with an application and passes
      Given no code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | 97603          | 1     | 2026-01-15      |
      When the claim is checked
      Then line 2 has no finding
