@MOD030
Feature: JW and JZ contradict each other
  JZ says that nothing of a drug was thrown away, JW that something was. A claim that says both of one drug on one day
  comes back, and the drug stays unpaid meanwhile.

  Rule: JW goes with discarded amounts, JZ with none; the line administered bears neither where JW is billed (CMS, Discarded Drugs; Noridian JF Part B, Drug Wastage - JW and JZ Modifiers)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                      |
        | J1745 | Injection, infliximab, excludes biosimilar, 10 mg     |
        | J9035 | Injection, bevacizumab, 10 mg                         |
      And the payer is medicare

    Scenario: JW and JZ stand on one line
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | J1745          | JW JZ     | 40    | 2025-12-15      |
      When the claim is checked
      Then line 1 has finding MOD030
        | field            | value |
        | title            | JW and JZ contradict each other |
        | disposition      | return_to_provider |
        | message          | JZ on J1745 says that nothing was discarded on 2025-12-15; JW, on this line or another of the code, says that something was. |
        | fix              | If something was discarded, bill it on a line of its own with JW and the amount given on a line with neither; if nothing was, remove JW. |
        | evidence         | code_system=hcpcs_level_ii, modifiers=JW JZ, discarded=absent |
        | remittance       | CO 4 N519 |
        | code_set_release | 2025-10 |
        | authority        | CMS, Discarded Drugs (on 87 FR 69710-69734), JW and JZ Modifier Policy: JW with discarded amounts, JZ without any; Noridian Medicare JF Part B, Drug Wastage - JW and JZ Modifiers, example: no modifier on the line administered where JW is billed; CMS change request of 2023-06-02, New Claims Modifier Requirement for Drugs and Biologicals from a Single-Dose Container, purpose: Pub. 100-04 ch. 17 sec. 40, from 2023-01-01; Noridian Medicare JA DME, Denial Code Resolution, rows 4 / N519 |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD030  | return_to_provider |

    Scenario: What was given on a line with neither, and what was discarded with JW, passes
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | J1745          |           | 35    | 2025-12-15      |
        | J1745          | JW        | 5     | 2025-12-15      |
      When the claim is checked
      Then there are no findings

    Scenario: JZ alone passes
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | J1745          | JZ        | 40    | 2025-12-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: In whatever order and place
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | J1745          | <modifiers> | 40    | 2025-12-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | evidence                                                                |
        | 1           | MOD030  | return_to_provider | code_system=hcpcs_level_ii, modifiers=<modifiers>, discarded=absent |

      Examples:
        | modifiers   |
        | JW JZ       |
        | JZ JW       |
        | JZ KX 59 JW |

    Scenario: JZ on one line and JW on another of the same drug are a contradiction; the line with JZ is returned
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | J1745          | JZ        | 35    | 2025-12-15      |
        | J1745          | JW        | 5     | 2025-12-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | evidence                                                            |
        | 1           | MOD030  | return_to_provider | code_system=hcpcs_level_ii, modifiers=JZ, discarded=present |

    Scenario: Every line with JZ is returned, in whatever order the lines stand
      Given the claim lines:
        | line_number | procedure_code | modifiers | units | date_of_service |
        | 9           | J1745          | JZ        | 10    | 2025-12-15      |
        | 4           | J1745          | JW        | 5     | 2025-12-15      |
        | 1           | J1745          | RT JZ     | 20    | 2025-12-15      |
        | 2           | J1745          |           | 5     | 2025-12-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD030  | return_to_provider |
        | 9           | MOD030  | return_to_provider |

    Scenario Outline: JW on a line of another drug, date or practitioner speaks of that one
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service | rendering_provider |
        | J1745          | JZ        | 35    | 2025-12-15      | A                  |
        | <code>         | JW        | 5     | <day>           | <provider>         |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  | day        | provider |
        | J9035 | 2025-12-15 | A        |
        | J1745 | 2025-12-14 | A        |
        | J1745 | 2025-12-16 | A        |
        | J1745 | 2025-12-15 | B        |
        | J1745 | 2025-12-15 |          |

    Scenario: A line that names no practitioner is by the claim's
      Given the rendering provider is A
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service | rendering_provider |
        | J1745          | JZ        | 35    | 2025-12-15      |                    |
        | J1745          | JW        | 5     | 2025-12-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD030  | return_to_provider |

    Scenario: A CPT code is judged too
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 90281          | JZ        | 1     | 2025-12-15      |
        | 90281          | JW        | 1     | 2025-12-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD030  | return_to_provider |

    Scenario: Revenue codes without a procedure code are no drug
      Given the claim type is institutional
      And the claim lines:
        | revenue_code | modifiers | units | date_of_service |
        | 0636         | JZ        | 35    | 2025-12-15      |
        | 0636         | JW        | 5     | 2025-12-15      |
        | 0636         | JW JZ     | 5     | 2025-12-15      |
      When the claim is checked
      Then there are no findings

  Rule: "when billed with an ambulance transportation code, the reported modifiers can only indicate origin/destination" (Pub. 100-04, ch. 15, sec. 30, A): the first modifier is not read

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                      |
        | A0428 | Ambulance service, basic life support, non-emergency transport, (bls) |
      And the payer is medicare

    Scenario Outline: Of an ambulance line the second modifier is the first that can say something
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A0428          | <modifiers> | 1     | 2025-12-15      |
      When the claim is checked
      Then line 1 <outcome> MOD030

      Examples:
        | modifiers | outcome        |
        | JW JZ     | has no finding |
        | JZ JW     | has no finding |
        | RH JZ     | has no finding |
        | RH JZ JW  | has finding    |

  Rule: JZ came on 2023-01-01 (CMS change request of 2023-06-02: Pub. 100-04 ch. 17 sec. 40, from 2023-01-01)

    Scenario Outline: The edit speaks for dates of service from 2023-01-01 on, for every payer
      Given no code records
      And the payer is <payer>
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 90281          | JW JZ     | 1     | <day>           |
      When the claim is checked
      Then line 1 <outcome> MOD030

      Examples:
        | payer              | day        | outcome        |
        | medicare           | 2022-12-31 | has no finding |
        | medicare           | 2023-01-01 | has finding    |
        | medicare           | 2026-01-01 | has finding    |
        | medicare_advantage | 2022-12-31 | has no finding |
        | medicare_advantage | 2023-01-01 | has finding    |
        | other              | 2022-12-31 | has no finding |
        | other              | 2023-01-01 | has finding    |
        | unknown            | 2022-12-31 | has no finding |
        | unknown            | 2023-01-01 | has finding    |

    Scenario Outline: A <claim_type> claim for place of service <place> is judged alike
      Given no code records
      And the payer is other
      And the claim type is <claim_type>
      And the place of service is <place>
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 90281          | JW JZ     | 1     | 2025-12-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD030  | return_to_provider |

      Examples:
        | claim_type    | place |
        | professional  | 11    |
        | professional  | 24    |
        | institutional | 22    |
        | dme           | 12    |

  Rule: The modifiers are not judged where the code itself was not valid (45 CFR 162.1000)

    Scenario Outline: What is wrong with the code comes first
      Given the complete release 2025-10 holds the code records:
        | code  | code_added_date | termination_date |
        | J1745 | 2025-10-05      | 2025-12-10       |
        | JW    | 2003-01-01      |                  |
        | JZ    | 2023-01-01      |                  |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | JW JZ     | 4     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | <edit>  | return_to_provider |

      Examples:
        | code  | day        | edit   |
        | J1745 | 2025-10-04 | COD020 |
        | J1745 | 2025-10-05 | MOD030 |
        | J1745 | 2025-12-10 | MOD030 |
        | J1745 | 2025-12-11 | COD030 |
        | J1746 | 2025-12-11 | COD010 |
        | J174  | 2025-12-11 | COD005 |

  Rule: The contradiction is one on a code of whatever system (Noridian JF Part B, Drug Wastage - JW and JZ Modifiers)

    Scenario Outline: A line of <code>, qualifier <qualifier>, is judged alike
      Given no code records
      And the payer is other
      And the claim lines:
        | procedure_code | code_qualifier | modifiers | units | date_of_service |
        | <code>         | <qualifier>    | JW JZ     | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD030  | return_to_provider |

      Examples:
        | code  | qualifier |
        | D0120 | HC        |
        | AAAA1 | HP        |
        | 12345 | WK        |
