@MOD010
Feature: JW or JZ on a skin substitute that is a supply since 2026
  JW and JZ tell Medicare how much of a drug was thrown away. Since 2026 most skin substitutes are paid as supplies:
  a line that still bears one of the two comes back.

  Rule: From 2026-01-01 "JW and JZ modifiers are not appropriate" for products that are incident-to supplies (Noridian, article 10521, Reminder; CMS, Discarded Drugs: separately payable drugs)

    Background:
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                         | pricing_indicator |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure) | 11                |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter        | 51                |
      And the payer is medicare

    Scenario: The product applied bears JZ
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-01      |
        | Q4257          | JZ        | 20    | 2026-01-01      |
      When the claim is checked
      Then line 2 has finding MOD010
        | field            | value |
        | title            | JW or JZ on a skin substitute that is a supply since 2026 |
        | disposition      | return_to_provider |
        | message          | Q4257 is paid as a supply, not as a drug (pricing indicator 11), and JW and JZ speak of discarded drugs; the line bears JZ. |
        | fix              | Remove JZ from what was applied. Remove a line with JW altogether: discarded product is not billed since 2026. |
        | evidence         | skin_substitute=yes, pricing_indicator=11, modifiers=JZ |
        | remittance       | CO 4 N823 |
        | code_set_release | 2026-01 |
        | authority        | Noridian Medicare JE Part A, Noridian Removes Skin Substitute Draft Policy (article 10521), Reminder: JW and JZ are not appropriate from 2026-01-01; CMS, Discarded Drugs, JW and JZ Modifier Policy: separately payable drugs |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | MOD010  | return_to_provider |

    Scenario: The product with neither modifier passes
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 20    | 2026-01-01      |
      When the claim is checked
      Then there are no findings

    Scenario: The units thrown away are no longer billed
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | Q4257          |           | 20    | 2026-01-15      |
        | Q4257          | JW        | 5     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 3           | MOD010  | return_to_provider |

    Scenario Outline: JW or JZ in any place is found
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | 15271          |             | 1     | 2026-01-15      |
        | Q4257          | <modifiers> | 20    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | evidence                                                            |
        | 2           | MOD010  | return_to_provider | skin_substitute=yes, pricing_indicator=11, modifiers=<modifiers> |

      Examples:
        | modifiers   |
        | JW          |
        | JZ          |
        | KX JZ       |
        | 59 KX RT JW |

    Scenario: With both the line contradicts itself besides
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | Q4257          | JW JZ     | 20    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | MOD010  | return_to_provider |
        | 2           | MOD030  | return_to_provider |

    Scenario Outline: Other modifiers say nothing of discarded product
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | 15271          |             | 1     | 2026-01-15      |
        | Q4257          | <modifiers> | 20    | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | modifiers |
        | JA        |
        | KX        |
        | 59        |
        | RT LT     |

    Scenario Outline: A <claim_type> claim for place of service <place> is judged alike
      Given the claim type is <claim_type>
      And the place of service is <place>
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | Q4257          | JZ        | 20    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | MOD010  | return_to_provider |

      Examples:
        | claim_type    | place |
        | professional  | 11    |
        | professional  | 22    |
        | institutional | 22    |
        | dme           | 12    |

  Rule: A product that is still priced as a drug (pricing indicator 51) may bear them (HCPCS Contractor Record - 2026; CMS, Discarded Drugs)

    Background:
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                         | pricing_indicator |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter        | 51                |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure) | 11                |
        | Q4205 | Membrane graft or membrane wrap, per square centimeter                                   | 13                |
        | A2001 | Innovamatrix ac, per square centimeter                                                   | 00                |
        | Q4206 | Fluid flow or fluid gf, 1 cc                                                             | 13                |
        | A2025 | Miro3d, per cubic centimeter                                                             | 11                |
        | J1745 | Injection, infliximab, excludes biosimilar, 10 mg                                        | 51                |
        | C9363 | Skin substitute, integra meshed bilayer wound matrix, per square centimeter              |                   |
      And the payer is medicare

    Scenario Outline: Pricing indicator <indicator> is not that of a drug
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | <code>         | JZ        | 20    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | evidence                                                             |
        | 2           | MOD010  | return_to_provider | skin_substitute=yes, pricing_indicator=<indicator>, modifiers=JZ |

      Examples:
        | code  | indicator |
        | Q4257 | 11        |
        | Q4205 | 13        |
        | A2001 | 00        |
        | C9363 | none      |

    Scenario Outline: A product priced as a drug, one by another unit, and a drug pass
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | <code>         | JZ        | 20    | 2026-01-15      |
      When the claim is checked
      Then line 2 has no finding

      Examples:
        | code  |
        | Q4226 |
        | Q4206 |
        | A2025 |
        | J1745 |

    Scenario: A product whose record is not loaded is not judged, and that is said
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | Q4390          | JZ        | 20    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD900  | not_checked |

    Scenario: A revenue code without a procedure code is no product
      Given the claim type is institutional
      And the claim lines:
        | revenue_code | modifiers | units | date_of_service |
        | 0636         | JZ        | 20    | 2026-01-15      |
      When the claim is checked
      Then there are no findings

  Rule: Until 2025-12-31 the products were paid as drugs (Noridian, article 10521)

    Scenario Outline: The edit speaks for dates of service from 2026-01-01 on
      Given the partial release 2025-10 holds the code records:
        | code  | long_description              | pricing_indicator |
        | Q4257 | Relese, per square centimeter | 11                |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | Q4257          | JZ        | 20    | <day>           |
      When the claim is checked
      Then line 1 <outcome> MOD010

      Examples:
        | day        | outcome        |
        | 2025-12-30 | has no finding |
        | 2025-12-31 | has no finding |
        | 2026-01-01 | has finding    |
        | 2026-01-02 | has finding    |
        | 2026-06-30 | has finding    |

    Scenario Outline: With both quarters loaded JZ goes with 2025 and not with 2026
      Given the partial release 2025-10 holds the code records:
        | code  | long_description              | pricing_indicator |
        | Q4257 | Relese, per square centimeter | 51                |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                         | pricing_indicator |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure) | 11                |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | <day>           |
        | Q4257          | JZ        | 20    | <day>           |
      When the claim is checked
      Then line 2 <outcome> MOD010

      Examples:
        | day        | outcome        |
        | 2025-12-31 | has no finding |
        | 2026-01-01 | has finding    |

  Rule: The edit is Medicare's (Noridian, article 10521; CMS, Discarded Drugs: Medicare Part B)

    Background:
      Given the partial release 2026-01 holds the code records:
        | code  | long_description              | pricing_indicator |
        | Q4257 | Relese, per square centimeter | 11                |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | Q4257          | JZ        | 20    | 2026-01-15      |

    Scenario Outline: Other payers may still ask for them
      Given the payer is <payer>
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated the modifiers are not judged, and that is said
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

  Rule: The modifiers are not judged where the code itself was not valid (45 CFR 162.1000)

    Scenario Outline: What is wrong with the code comes first
      Given the complete release 2026-01 holds the code records:
        | code  | long_description                  | code_added_date | termination_date | pricing_indicator |
        | Q4106 | Dermagraft, per square centimeter | 2009-01-01      | 2026-01-10       | 11                |
        | Q4398 | Summit ac, per square centimeter  | 2026-01-05      |                  | 11                |
        | JZ    | Zero drug amount discarded        | 2023-01-01      |                  |                   |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | JZ        | 20    | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | <edit>  | return_to_provider |

      Examples:
        | code  | day        | edit   |
        | Q4106 | 2026-01-10 | MOD010 |
        | Q4106 | 2026-01-11 | COD030 |
        | Q4398 | 2026-01-04 | COD020 |
        | Q4398 | 2026-01-05 | MOD010 |
        | Q4399 | 2026-01-15 | COD010 |

  Rule: What is a supply is told by its record: by every pricing indicator but that of drugs (HCPCS Contractor Record, pricing indicators)

    Scenario: A product of the next pricing indicator is a supply
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                  | pricing_indicator |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter | 52                |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | Q4226          | JW        | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD010  | return_to_provider |

  Rule: Skin substitutes are the codes that the list names, and no code beside them

    Scenario: Each end of each range is a skin substitute, the code beside it is none
      Given the partial release 2026-01 holds the code records:
        | code  | long_description            |
        | A2000 | Item, per square centimeter |
        | A2001 | Item, per square centimeter |
        | A2049 | Item, per square centimeter |
        | A2050 | Item, per square centimeter |
        | C1848 | Item, per square centimeter |
        | C1849 | Item, per square centimeter |
        | C1850 | Item, per square centimeter |
        | C9348 | Item, per square centimeter |
        | C9349 | Item, per square centimeter |
        | C9350 | Item, per square centimeter |
        | C9362 | Item, per square centimeter |
        | C9363 | Item, per square centimeter |
        | C9364 | Item, per square centimeter |
        | Q4099 | Item, per square centimeter |
        | Q4100 | Item, per square centimeter |
        | Q4449 | Item, per square centimeter |
        | Q4450 | Item, per square centimeter |
      And the payer is medicare
      And the claim lines:
        | line_number | procedure_code | modifiers | units | date_of_service | description |
        | 1           | A2000          | JZ        | 1     | 2026-01-15      | as applied  |
        | 2           | A2001          | JZ        | 1     | 2026-01-15      | as applied  |
        | 3           | A2049          | JZ        | 1     | 2026-01-15      | as applied  |
        | 4           | A2050          | JZ        | 1     | 2026-01-15      | as applied  |
        | 5           | C1848          | JZ        | 1     | 2026-01-15      | as applied  |
        | 6           | C1849          | JZ        | 1     | 2026-01-15      | as applied  |
        | 7           | C1850          | JZ        | 1     | 2026-01-15      | as applied  |
        | 8           | C9348          | JZ        | 1     | 2026-01-15      | as applied  |
        | 9           | C9349          | JZ        | 1     | 2026-01-15      | as applied  |
        | 10          | C9350          | JZ        | 1     | 2026-01-15      | as applied  |
        | 11          | C9362          | JZ        | 1     | 2026-01-15      | as applied  |
        | 12          | C9363          | JZ        | 1     | 2026-01-15      | as applied  |
        | 13          | C9364          | JZ        | 1     | 2026-01-15      | as applied  |
        | 14          | Q4099          | JZ        | 1     | 2026-01-15      | as applied  |
        | 15          | Q4100          | JZ        | 1     | 2026-01-15      | as applied  |
        | 16          | Q4449          | JZ        | 1     | 2026-01-15      | as applied  |
        | 17          | Q4450          | JZ        | 1     | 2026-01-15      | as applied  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | procedure_code | edit_id |
        | 2           | A2001          | MOD010  |
        | 3           | A2049          | MOD010  |
        | 6           | C1849          | MOD010  |
        | 9           | C9349          | MOD010  |
        | 12          | C9363          | MOD010  |
        | 15          | Q4100          | MOD010  |
        | 16          | Q4449          | MOD010  |
