@MOD060
Feature: Discarded product without any that was applied
  JW stands for the rest of a product after some of it was applied. A claim with the rest alone comes back: nothing
  says what it was the rest of.

  Rule: The amount given stands on one line, the discarded on another with JW (Noridian JF Part B, Modifier JW, Claim Coding Example; NGS article 11025084: discarded after administering a dose)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                | pricing_indicator |
        | Q4101 | Apligraf, per square centimeter | 51                |
        | Q4257 | Relese, per square centimeter   | 51                |
      And the payer is medicare

    Scenario: Only the discarded units are billed
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2025-12-31      |
        | Q4101          | JW        | 24    | 2025-12-31      |
      When the claim is checked
      Then line 2 has finding MOD060
        | field            | value |
        | title            | Discarded product without any that was applied |
        | disposition      | return_to_provider |
        | message          | 24 units of Q4101 are billed as discarded (JW), but none as applied on 2025-12-31. |
        | fix              | Bill the units that were applied on a line of their own without JW; product of which nothing was applied is not billed. |
        | evidence         | skin_substitute=yes, modifiers=JW, administered=absent |
        | remittance       | CO 16 M53 |
        | code_set_release | 2025-10 |
        | authority        | CMS, Discarded Drugs, JW and JZ Modifier Policy: JW from 2017-01-01; Noridian Medicare JF Part B, Modifier JW, Claim Coding Example: the amount given on one line, the discarded on another; NGS Medicare, Discarded Drugs/Wastage and JW, JZ Modifier (article 11025084), discarded after administering a dose |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | MOD060  | return_to_provider |

    Scenario: What was applied and what was discarded pass
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2025-12-31      |
        | Q4101          |           | 20    | 2025-12-31      |
        | Q4101          | JW        | 24    | 2025-12-31      |
      When the claim is checked
      Then there are no findings

    Scenario: A second line with JW is no product applied, and both are returned
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | Q4101          | JW        | 24    | 2025-12-31      |
        | Q4101          | RT JW     | 10    | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD060  | return_to_provider |
        | 2           | MOD060  | return_to_provider |

    Scenario: One line applied is enough for several discarded, in whatever order they stand
      Given the claim lines:
        | line_number | procedure_code | modifiers | units | date_of_service |
        | 8           | Q4101          | JW        | 24    | 2025-12-31      |
        | 5           | Q4101          | RT        | 10    | 2025-12-31      |
        | 2           | Q4101          | RT JW     | 2     | 2025-12-31      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: A line without JW of another product, date or practitioner is not what this is the rest of
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service | rendering_provider |
        | 15271          |           | 1     | 2025-12-31      | A                  |
        | Q4101          | JW        | 24    | 2025-12-31      | A                  |
        | <code>         | JZ        | 20    | <day>           | <provider>         |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | MOD060  | return_to_provider |

      Examples:
        | code  | day        | provider |
        | Q4257 | 2025-12-31 | A        |
        | Q4101 | 2025-12-30 | A        |
        | Q4101 | 2025-12-31 | B        |
        | Q4101 | 2025-12-31 |          |

    Scenario: A line that names no practitioner is by the claim's
      Given the rendering provider is A
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service | rendering_provider |
        | Q4101          |           | 20    | 2025-12-31      | A                  |
        | Q4101          | JW        | 24    | 2025-12-31      |                    |
      When the claim is checked
      Then there are no findings

    Scenario: A line with JZ is one applied, and its own contradiction
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | Q4101          | JZ        | 20    | 2025-12-31      |
        | Q4101          | JW        | 24    | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD030  | return_to_provider |

    Scenario: An applied line that must itself be corrected is there all the same
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | Q4101          |           |       | 2025-12-31      |
        | Q4101          | JW        | 24    | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |

    Scenario Outline: JW is found in whatever place
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | Q4101          | <modifiers> | 24    | 2025-12-31      |
      When the claim is checked
      Then line 1 <outcome> MOD060

      Examples:
        | modifiers   | outcome        |
        | JW          | has finding    |
        | 59 JW       | has finding    |
        | 59 KX RT JW | has finding    |
        | JZ          | has no finding |
        | KX          | has no finding |

    Scenario Outline: A <claim_type> claim for place of service <place> is judged alike
      Given the claim type is <claim_type>
      And the place of service is <place>
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | Q4101          | JW        | 24    | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD060  | return_to_provider |

      Examples:
        | claim_type    | place |
        | professional  | 11    |
        | professional  | 22    |
        | institutional | 22    |
        | dme           | 12    |

  Rule: Only skin substitutes, billed per square centimeter, are looked at (HCPCS Contractor Record - 2026)

    Scenario Outline: Drugs, and products by another unit, are left to others
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                  | pricing_indicator |
        | J1745 | Injection, infliximab, excludes biosimilar, 10 mg | 51                |
        | Q4162 | Woundex flow, bioskin flow, 0.5 cc                | 51                |
        | A2025 | Miro3d, per cubic centimeter                      | 51                |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | JW        | 24    | 2025-12-31      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | J1745 |
        | Q4162 |
        | A2025 |

    Scenario Outline: The price of the product does not matter
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                       | pricing_indicator |
        | A2001 | Innovamatrix ac, per square centimeter | <pricing>         |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A2001          | JW        | 24    | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD060  | return_to_provider |

      Examples:
        | pricing |
        |         |
        | 00      |
        | 51      |

    Scenario: A product whose record is not loaded is not judged, and that is said
      Given no code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | Q4101          | JW        | 24    | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |

    Scenario: A revenue code without a procedure code is no product
      Given the payer is medicare
      And the claim type is institutional
      And the claim lines:
        | revenue_code | modifiers | units | date_of_service |
        | 0636         | JW        | 24    | 2025-12-31      |
      When the claim is checked
      Then there are no findings

  Rule: JW is Medicare's since 2017-01-01, and from 2026-01-01 the products are supplies (CMS, Discarded Drugs; Noridian, article 10521)

    Scenario Outline: The edit speaks for dates of service from 2017-01-01 until 2025-12-31
      Given the partial release 2016-10 holds the code records:
        | code  | long_description                | pricing_indicator |
        | Q4101 | Apligraf, per square centimeter | 51                |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | Q4101          | JW        | 24    | <day>           |
      When the claim is checked
      Then line 1 <outcome> MOD060

      Examples:
        | day        | outcome        |
        | 2016-12-30 | has no finding |
        | 2016-12-31 | has no finding |
        | 2017-01-01 | has finding    |
        | 2023-07-01 | has finding    |
        | 2025-12-31 | has finding    |
        | 2026-01-01 | has no finding |

    Scenario: From 2026-01-01 JW itself is wrong on a product that is a supply
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-01      |
        | Q4257          | JW        | 24    | 2026-01-01      |
      When the claim is checked
      Then line 2 has no finding MOD060
      And line 2 has finding MOD010

  Rule: The edit is Medicare's (CMS, Discarded Drugs: Medicare Part B)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                | pricing_indicator |
        | Q4101 | Apligraf, per square centimeter | 51                |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | Q4101          | JW        | 24    | 2025-12-31      |

    Scenario Outline: Other payers' rules are their own
      Given the payer is <payer>
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated the lines are not compared, and that is said
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

  Rule: The modifier is not judged where the code itself was not valid (45 CFR 162.1000)

    Scenario Outline: What is wrong with the code comes first
      Given the complete release 2025-10 holds the code records:
        | code  | long_description                  | code_added_date | termination_date |
        | Q4106 | Dermagraft, per square centimeter | 2009-01-01      | 2025-10-10       |
        | Q4397 | Deltagraft, per square centimeter | 2025-10-05      |                  |
        | JW    | Drug amount discarded             | 2003-01-01      |                  |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | JW        | 20    | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | <edit>  | return_to_provider |

      Examples:
        | code  | day        | edit   |
        | Q4106 | 2025-10-10 | MOD060 |
        | Q4106 | 2025-10-11 | COD030 |
        | Q4397 | 2025-10-04 | COD020 |
        | Q4397 | 2025-10-05 | MOD060 |
        | Q4398 | 2025-10-15 | COD010 |
