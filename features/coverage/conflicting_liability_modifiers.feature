@COV060
Feature: Liability modifiers exclude each other
  One line cannot say that the patient signed a notice and that none was signed, or that the law excludes a service and that
  it was merely not needed. Medicare returns such a line, and nothing is paid or denied until it says one thing.

  Rule: GZ says that no notice was given and a denial for necessity is expected (Transmittal 2148, CR 7228, Summary of changes), GA that a required notice was given (MM6563 / CR 6563, GA modifier), GY that no benefit covers the service; of these GZ can stand with neither

    Scenario: GA and GZ on one line are returned
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | Q4257          | GA GZ     | 20    | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding COV060
        | field            | value |
        | title            | Liability modifiers exclude each other |
        | disposition      | return_to_provider |
        | message          | Of the modifiers GA GZ, some exclude each other: GZ goes with neither GA nor GY; GX with none of EY, GA, GL, GZ, KB, QL, TQ. |
        | fix              | Keep the one liability modifier that is true of the line; GX may stand with GY. |
        | evidence         | code_system=hcpcs_level_ii, modifiers=GA GZ |
        | remittance       | CO 4 N519 |
        | code_set_release | 2026-01 |
        | authority        | CMS MLN Matters MM6563 / CR 6563, Billing for Services Related to Voluntary Uses of ABNs (effective 2010-04-01), GA modifier; GX modifier; CMS Transmittal 2148, CR 7228 (2011-02-04), Auto Denial of Claim Line(s) Items Submitted With a GZ Modifier, Summary of changes; Medicare Claims Processing Manual, Pub. 100-04, ch. 23, sec. 20.9.1.1, Instructions for Codes With Modifiers (read in a copy), Claims Processing Instructions: GZ with GA is an invalid modifier, the line unprocessable |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | COV060  | return_to_provider |
        | 2           | COV080  | information        |

    Scenario: One liability modifier passes
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | Q4257          | GA        | 20    | 2026-01-15      |
      When the claim is checked
      Then the claim is clean
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |

    Scenario Outline: GZ goes with neither GA nor GY, in whatever order and place
      Given no code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | 99213          | <modifiers> | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | evidence                               |
        | 1           | COV060  | return_to_provider | code_system=cpt, modifiers=<modifiers> |

      Examples:
        | modifiers   |
        | GA GZ       |
        | GZ GA       |
        | GY GZ       |
        | GZ GY       |
        | 25 GZ KX GA |
        | GY 25 57 GZ |
        | GA GY GZ    |

    Scenario Outline: GA with GY, a liability modifier by itself, and one beside other modifiers pass
      Given no code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | 99213          | <modifiers> | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | modifiers   |
        | GA          |
        | GX          |
        | GY          |
        | GZ          |
        | GA GY       |
        | GA GK       |
        | GA EY       |
        | GY EY       |
        | GZ EY       |
        | GA GL       |
        | GZ KB       |
        | EY GL KB TQ |
        | 25 KX       |

    Scenario: A liability modifier on each of two lines is no conflict
      Given no code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | GA        | 1     | 2026-01-15      |
        | 99214          | GZ        | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

  Rule: From 2010-04-01 a claim is returned "if the -GX modifier is reported on the same line as" another liability modifier; GY and TS may stand beside it (MM6563 / CR 6563, GX modifier)

    Background:
      Given no code records
      And the payer is medicare

    Scenario Outline: From 2010-04-01 GX goes with none of seven modifiers
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | 99213          | <modifiers> | 1     | 2010-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | message                                                                                                                   |
        | 1           | COV060  | return_to_provider | Of the modifiers <modifiers>, some exclude each other: GZ goes with neither GA nor GY; GX with none of EY, GA, GL, GZ, KB, QL, TQ. |

      Examples:
        | modifiers   |
        | GX EY       |
        | GX GA       |
        | GX GL       |
        | GX GZ       |
        | GX KB       |
        | GX QL       |
        | GX TQ       |
        | EY GX       |
        | TQ 25 KX GX |

    Scenario Outline: Until 2010-03-31 GX beside another modifier is no conflict
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | 99213          | <modifiers> | 1     | 2010-03-31      |
      When the claim is checked
      Then there are no findings

      Examples:
        | modifiers |
        | GX EY     |
        | GX GA     |
        | GX GL     |
        | GX GZ     |
        | GX KB     |
        | GX QL     |
        | GX TQ     |

    Scenario Outline: The message names the rule of its time
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | GA GZ     | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | message   | fix   |
        | 1           | COV060  | return_to_provider | <message> | <fix> |

      Examples:
        | day        | message                                                                                                             | fix                                                                             |
        | 2002-01-01 | Of the modifiers GA GZ, some exclude each other: GZ goes with neither GA nor GY.                                             | Keep the one liability modifier that is true of the line.                       |
        | 2010-03-31 | Of the modifiers GA GZ, some exclude each other: GZ goes with neither GA nor GY.                                             | Keep the one liability modifier that is true of the line.                       |
        | 2010-04-01 | Of the modifiers GA GZ, some exclude each other: GZ goes with neither GA nor GY; GX with none of EY, GA, GL, GZ, KB, QL, TQ. | Keep the one liability modifier that is true of the line; GX may stand with GY. |

    Scenario Outline: GY with GZ is returned before and after GX came
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | GY GZ     | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COV060  | return_to_provider |

      Examples:
        | day        |
        | 2010-03-31 |
        | 2010-04-01 |

    Scenario Outline: GX may stand with GY, TS and modifiers that say nothing of liability
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | 99213          | <modifiers> | 1     | 2010-04-01      |
      When the claim is checked
      Then there are no findings

      Examples:
        | modifiers |
        | GX GY     |
        | GX TS     |
        | GX GK     |
        | GX KX     |
        | GX 25     |

  Rule: "when billed with an ambulance transportation code, the reported modifiers can only indicate origin/destination" (Pub. 100-04, ch. 15, sec. 30, A): the first modifier is not a liability modifier

    Background:
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                      |
        | A0021 | Ambulance service, outside state per mile, transport (medicaid only)  |
        | A0428 | Ambulance service, basic life support, non-emergency transport, (bls) |
        | A0999 | Unlisted ambulance service                                            |
        | A4218 | Sterile saline or water, metered dose dispenser, 10 ml                |
      And the payer is medicare

    Scenario Outline: GX in first place of an ambulance line is the way from a dialysis facility to a physician's office
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | GX QL     | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples: the first, one within and the last of the ambulance codes
        | code  |
        | A0021 |
        | A0428 |
        | A0999 |

    Scenario: After origin and destination the modifiers of an ambulance line exclude each other as elsewhere
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A0428          | RH GX QL  | 1     | 2026-01-15      |
        | A0999          | RH GA GZ  | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COV060  | return_to_provider |
        | 2           | COV060  | return_to_provider |

    Scenario: On any other line the first modifier counts
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A4218          | GX QL     | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COV060  | return_to_provider |

  Rule: The modifiers of every procedure code are read, on every type of claim (MM6563 / CR 6563, written for institutional claims, extended here to the others)

    Scenario Outline: Professional, institutional and equipment claims are returned alike
      Given no code records
      And the payer is medicare
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | GA GZ     | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COV060  | return_to_provider |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

    Scenario Outline: GX beside another liability modifier is returned on every type of claim
      Given no code records
      And the payer is medicare
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | GX GA     | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding COV060

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

    Scenario Outline: Codes outside HCPCS Level II are read too, before and after GX came
      Given no code records
      And the payer is medicare
      And the claim type is institutional
      And the claim lines:
        | procedure_code | code_qualifier | revenue_code   | modifiers | units | date_of_service |
        | <code>         | <qualifier>    | <revenue_code> | GA GZ     | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | evidence                              |
        | 1           | COV060  | return_to_provider | code_system=<system>, modifiers=GA GZ |

      Examples:
        | code  | qualifier | revenue_code | system | day        |
        | 99213 |           | 0510         | cpt    | 2010-03-31 |
        | D0120 |           | 0512         | cdt    | 2010-03-31 |
        | 1AA11 | HP        | 0023         | hipps  | 2010-03-31 |
        | Z0010 | ER        | 0510         | other  | 2010-03-31 |
        | 99213 |           | 0510         | cpt    | 2026-01-15 |
        | D0120 |           | 0512         | cdt    | 2026-01-15 |
        | 1AA11 | HP        | 0023         | hipps  | 2026-01-15 |
        | Z0010 | ER        | 0510         | other  | 2026-01-15 |

    Scenario Outline: A revenue code alone is not judged by its modifiers
      Given no code records
      And the payer is medicare
      And the claim type is institutional
      And the claim lines:
        | revenue_code | modifiers | units | date_of_service |
        | 0250         | GA GZ     | 1     | <day>           |
      When the claim is checked
      Then there are no findings

      Examples:
        | day        |
        | 2010-03-31 |
        | 2026-01-15 |

    Scenario: A code whose record is not known is judged by its modifiers all the same
      Given no code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | Q4257          | GA GZ     | 20    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD900  | not_checked        |
        | 1           | COV060  | return_to_provider |

  Rule: The edit is Medicare's (MM6563: liability notices of the Medicare program)

    Background:
      Given no code records
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | GA GZ     | 1     | 2026-01-15      |

    Scenario Outline: Other payers' modifiers are not judged
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

  Rule: Modifiers are not judged where the code itself is wrong (45 CFR 162.1000)

    Background:
      Given the complete release 2010-04 holds the code records:
        | code  | long_description                                                 | code_added_date |
        | G0428 | Collagen meniscus implant procedure for filling meniscal defects | 2010-05-25      |
      And the complete release 2024-10 holds the code records:
        | code  | long_description                          | code_added_date |
        | G0122 | Colorectal cancer screening; barium enema | 1998-01-01      |
      And the complete release 2025-01 holds the code records:
        | code  | long_description                          | code_added_date | termination_date |
        | G0122 | Colorectal cancer screening; barium enema | 1998-01-01      | 2024-12-31       |
      And the payer is medicare

    Scenario Outline: A malformed, unknown, early or ended code is named alone
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | GA GZ     | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | <edit>  | return_to_provider |

      Examples:
        | code  | day        | edit   |
        |       | 2025-01-01 | COD005 |
        | Q42   | 2025-01-01 | COD005 |
        | Q4257 | 2025-01-01 | COD010 |
        | G0428 | 2010-05-24 | COD020 |
        | G0122 | 2025-01-01 | COD030 |

    Scenario Outline: On the code's first day and on its last the modifiers are judged
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | GA GZ     | 1     | <day>           |
      When the claim is checked
      Then line 1 has finding COV060

      Examples:
        | code  | day        |
        | G0428 | 2010-05-25 |
        | G0122 | 2024-12-31 |

  Rule: Before 2010-04-01 too, it takes two that exclude each other, on whatever code (Pub. 100-04 ch. 30)

    Scenario Outline: On the last day before GX, <modifiers> on <code> <outcome>
      Given no code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | <code>         | <modifiers> | 1     | 2010-03-31      |
      When the claim is checked
      Then line 1 <outcome> COV060

      Examples:
        | code  | modifiers | outcome        |
        | G0428 | GA GZ     | has finding    |
        | G0428 | GY GZ     | has finding    |
        | G0428 | GA        | has no finding |
        | G0428 | GY        | has no finding |
        | G0428 | GA GY     | has no finding |
