@MOD020
Feature: Neither JW nor JZ on a skin substitute paid as a drug (2023 to 2025)
  From July 2023 a drug from a single-dose container is billed with JW or JZ, so that Medicare knows what was thrown
  away. Some contractors asked for it on skin substitutes and returned lines without; others rejected it there.

  Rule: "JZ from 2023-07-01" where nothing is discarded, else JW on a line of its own (CMS, Discarded Drugs, on 87 FR 69710-69734; First Coast, article 0503966, on products for skin wounds)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                       | pricing_indicator |
        | Q4101 | Apligraf, per square centimeter                                        | 51                |
        | Q4257 | Relese, per square centimeter                                          | 51                |
      And the payer is medicare

    Scenario: A product bears neither modifier
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-31      |
        | Q4101          | 20    | 2025-12-31      |
      When the claim is checked
      Then line 2 has finding MOD020
        | field            | value |
        | title            | Neither JW nor JZ on a skin substitute paid as a drug (2023 to 2025) |
        | disposition      | advisory |
        | message          | Q4101 bears neither JW nor JZ, and no other line of it for 2025-12-31 bears JW. Contractors differ: First Coast asks for JZ when nothing was discarded, NGS rejects JZ on skin substitutes. |
        | fix              | Ask your contractor. Where it wants them: JZ if nothing was discarded; else the discarded units on a line of their own with JW. |
        | evidence         | claim_type=professional, skin_substitute=yes, pricing_indicator=51, modifiers=none, discarded=absent |
        | remittance       | CO 4 N822 |
        | code_set_release | 2025-10 |
        | authority        | CMS, Discarded Drugs (on 87 FR 69710-69734), JW and JZ Modifier Policy: JZ from 2023-07-01; First Coast Service Options, JW and JZ modifiers (article 0503966), products for skin wounds, on 87 FR 69722; NGS Medicare, Drugs and Biologicals: Skin Substitutes (article 11137991), Billing Tips: JZ causes rejections |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | MOD020  | advisory    |

    Scenario: A product with JZ passes
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2025-12-31      |
        | Q4101          | JZ        | 20    | 2025-12-31      |
      When the claim is checked
      Then there are no findings

    Scenario: What was applied bears neither when what was discarded stands on a line with JW
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2025-12-31      |
        | Q4101          |           | 20    | 2025-12-31      |
        | Q4101          | JW        | 24    | 2025-12-31      |
      When the claim is checked
      Then there are no findings

    Scenario: The lines may stand in any order
      Given the claim lines:
        | line_number | procedure_code | modifiers | units | date_of_service |
        | 8           | Q4101          |           | 20    | 2025-12-31      |
        | 3           | Q4101          | RT JW     | 24    | 2025-12-31      |
        | 5           | 15271          |           | 1     | 2025-12-31      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: A line with JW of another code, date or practitioner is another product's
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service | rendering_provider |
        | 15271          |           | 1     | 2025-12-31      | A                  |
        | Q4101          |           | 20    | 2025-12-31      | A                  |
        | <code>         | JW        | 3     | <day>           | <provider>         |
      When the claim is checked
      Then line 2 has finding MOD020

      Examples:
        | code  | day        | provider |
        | Q4257 | 2025-12-31 | A        |
        | Q4101 | 2025-12-30 | A        |
        | Q4101 | 2025-12-31 | B        |
        | Q4101 | 2025-12-31 |          |

    Scenario: A practitioner who is not named is the same as another who is not
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service | rendering_provider |
        | Q4101          |           | 20    | 2025-12-31      |                    |
        | Q4101          | JW        | 24    | 2025-12-31      |                    |
      When the claim is checked
      Then line 1 has no finding

    Scenario: A line that names the claim's practitioner is by the same one as a line that names none
      Given the rendering provider is A
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service | rendering_provider |
        | Q4101          |           | 20    | 2025-12-31      |                    |
        | Q4101          | JW        | 24    | 2025-12-31      | A                  |
      When the claim is checked
      Then line 1 has no finding

    Scenario: Each line that was applied is looked at
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2025-12-31      |
        | Q4101          |           | 20    | 2025-12-31      |
        | Q4257          | RT        | 3     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                                                                                         |
        | 2           | MOD020  | advisory    | claim_type=professional, skin_substitute=yes, pricing_indicator=51, modifiers=none, discarded=absent |
        | 3           | MOD020  | advisory    | claim_type=professional, skin_substitute=yes, pricing_indicator=51, modifiers=RT, discarded=absent   |

  Rule: JZ was required from 2023-07-01, and products were drugs until 2025-12-31 (CMS, Discarded Drugs; Noridian, article 10521)

    Scenario Outline: The edit speaks for dates of service from 2023-07-01 until 2025-12-31
      Given the partial release 2023-04 holds the code records:
        | code  | long_description                | pricing_indicator |
        | Q4101 | Apligraf, per square centimeter | 51                |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4101          | 20    | <day>           |
      When the claim is checked
      Then line 1 <outcome> MOD020

      Examples:
        | day        | outcome        |
        | 2023-06-29 | has no finding |
        | 2023-06-30 | has no finding |
        | 2023-07-01 | has finding    |
        | 2023-10-01 | has finding    |
        | 2025-12-31 | has finding    |
        | 2026-01-01 | has no finding |

  Rule: Only what is paid as a drug, and on a claim of a practitioner, needs them (First Coast, article 0503966)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                            | pricing_indicator |
        | Q4101 | Apligraf, per square centimeter                                             | 51                |
        | A2001 | Innovamatrix ac, per square centimeter                                      | 57                |
        | C9363 | Skin substitute, integra meshed bilayer wound matrix, per square centimeter |                   |
        | Q4162 | Woundex flow, bioskin flow, 0.5 cc                                          | 51                |
        | A2025 | Miro3d, per cubic centimeter                                                | 51                |
        | J1745 | Injection, infliximab, excludes biosimilar, 10 mg                           | 51                |
      And the payer is medicare

    Scenario Outline: What is not priced as a drug, and what is not billed per square centimeter, passes
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 20    | 2025-12-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | A2001 |
        | C9363 |
        | Q4162 |
        | A2025 |
        | J1745 |

    Scenario: A product whose record is not loaded is not judged, and that is said
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 20    | 2025-12-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |

    Scenario Outline: A <claim_type> claim passes
      Given the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4101          | 20    | 2025-12-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | claim_type    |
        | institutional |
        | dme           |

    Scenario Outline: The place of service does not matter
      Given the place of service is <place>
      And the billing taxonomy is 207X00000X
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4101          | 20    | 2025-12-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | MOD020  | advisory    |

      Examples:
        | place |
        | 11    |
        | 22    |
        | 24    |

    Scenario Outline: Another modifier does not take their place
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | Q4101          | <modifiers> | 20    | 2025-12-15      |
      When the claim is checked
      Then line 1 <outcome> MOD020

      Examples:
        | modifiers | outcome        |
        | KX        | has finding    |
        | 59 RT     | has finding    |
        | GA        | has finding    |
        | JA        | has finding    |
        | KX JZ     | has no finding |
        | KX JW     | has no finding |

    Scenario: A revenue code without a procedure code is no product
      Given the claim lines:
        | revenue_code | units | date_of_service |
        | 0636         | 20    | 2025-12-15      |
      When the claim is checked
      Then there are no findings

  Rule: The advice is Medicare's (CMS, Discarded Drugs: Medicare Part B)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                | pricing_indicator |
        | Q4101 | Apligraf, per square centimeter | 51                |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4101          | 20    | 2025-12-15      |

    Scenario Outline: Other payers' wishes are their own
      Given the payer is <payer>
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated the modifiers are not asked for, and that is said
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

  Rule: The modifiers are not asked for where the code itself was not valid (45 CFR 162.1000)

    Scenario Outline: What is wrong with the code comes first
      Given the complete release 2025-10 holds the code records:
        | code  | long_description                  | code_added_date | termination_date | pricing_indicator |
        | Q4106 | Dermagraft, per square centimeter | 2009-01-01      | 2025-10-10       | 51                |
        | Q4397 | Deltagraft, per square centimeter | 2025-10-05      |                  | 51                |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 20    | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | Q4106 | 2025-10-10 | MOD020 | advisory           |
        | Q4106 | 2025-10-11 | COD030 | return_to_provider |
        | Q4397 | 2025-10-04 | COD020 | return_to_provider |
        | Q4397 | 2025-10-05 | MOD020 | advisory           |
        | Q4398 | 2025-10-15 | COD010 | return_to_provider |

  Rule: What is priced as a drug is told by its pricing indicator alone (HCPCS Contractor Record, pricing indicators)

    Scenario: A product of the next pricing indicator is not priced as a drug
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                | pricing_indicator |
        | Q4101 | Apligraf, per square centimeter | 52                |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4101          | 20    | 2025-12-31      |
      When the claim is checked
      Then there are no findings
