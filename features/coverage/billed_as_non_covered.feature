@COV040
Feature: Line is billed as non-covered and will be denied as such
  A line with GY asks for a denial, so that the patient or another insurer can be billed with it. Nothing is wrong with
  that where a denial is wanted; where none is wanted, the money is given away.

  Rule: GY "will automatically create a denial and the beneficiary may be liable for all charges" (Palmetto GBA, GZ and GY HCPCS Modifier Use, Modifier GY)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                  | coverage_code | code_added_date | statute |
        | G9919 | Screening performed and positive and provision of recommendations | I             | 2018-01-01      |         |
        | A9270 | Non-covered item or service                                       | M             | 1986-01-01      |         |
        | A4252 | Blood ketone test or reagent strip, each                          | S             | 2008-01-01      | 1861(n) |

    Scenario: GY on a code that Medicare does not cover announces the denial that it asks for
      Given the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A4252          | GY        | 1     | 2025-10-01      |
      When the claim is checked
      Then line 1 has finding COV040
        | field            | value |
        | title            | Line is billed as non-covered and will be denied as such |
        | disposition      | advisory |
        | message          | A4252 is billed as non-covered (modifiers GY): expect a denial with patient liability. |
        | fix              | If you want the denial, nothing: bill the patient or the secondary payer with it. If not, remove the modifier. |
        | evidence         | code_system=hcpcs_level_ii, coverage_code=S, modifiers=GY, claim_type=professional |
        | remittance       | PR 96 N425 |
        | code_set_release | 2025-10 |
        | authority        | Palmetto GBA JM Part B, GZ and GY HCPCS Modifier Use, Modifier GY; CMS MLN Matters MM6563 / CR 6563, Billing for Services Related to Voluntary Uses of ABNs (effective 2010-04-01), GA modifier; GX modifier; Noridian Medicare JE Part A, Liability Modifier Appeal Rights, table rows GA, GX, GY, GZ |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV040  | advisory    |

    Scenario: Without a modifier the denial is not one that was asked for
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4252          | 1     | 2025-10-01      |
      When the claim is checked
      Then line 1 has no finding COV040
      And the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COV030  | line_item_denial |

    Scenario Outline: GY asks for a denial on each kind of code that Medicare does not cover, on every type of claim
      Given the payer is medicare
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | GY        | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | remittance | message                                                                                                           |
        | 1           | COV040  | advisory    | PR 96 N425 | <code> is billed as non-covered (modifiers GY): expect a denial with patient liability. |

      Examples:
        | code  | coverage | claim_type    |
        | G9919 | I        | professional  |
        | A9270 | M        | professional  |
        | A4252 | S        | professional  |
        | G9919 | I        | institutional |
        | A9270 | M        | institutional |
        | A4252 | S        | institutional |
        | G9919 | I        | dme           |
        | A9270 | M        | dme           |
        | A4252 | S        | dme           |

    Scenario Outline: GY is read in every place, and beside other modifiers
      Given the payer is medicare
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A9270          | <modifiers> | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                                                                                    |
        | 1           | COV040  | advisory    | code_system=hcpcs_level_ii, coverage_code=M, modifiers=<modifiers>, claim_type=professional |

      Examples:
        | modifiers   |
        | NU GY       |
        | NU RT KX GY |
        | GX GY       |
        | GA GY       |

    Scenario: The code that is paid although its coverage code is M is billed as non-covered like any other
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                               | coverage_code | code_added_date |
        | G0235 | Pet imaging, any site, not otherwise specified | M             | 2006-01-01      |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | G0235          | GY        | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV040  | advisory    |

  Rule: Of GX on institutional claims: "Lines submitted as non-covered will deny as beneficiary-liable" (Noridian JE Part A, Liability Modifier Appeal Rights, row GX), whatever the coverage of the code

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                                  | coverage_code | code_added_date | statute |
        | A6530 | Gradient compression stocking, below knee, 18-30 mmhg, each                       | C             | 2006-01-01      |         |
        | A4218 | Sterile saline or water, metered dose dispenser, 10 ml                            | D             | 2006-01-01      |         |
        | G9919 | Screening performed and positive and provision of recommendations                 | I             | 2018-01-01      |         |
        | A9270 | Non-covered item or service                                                       | M             | 1986-01-01      |         |
        | A4252 | Blood ketone test or reagent strip, each                                          | S             | 2008-01-01      | 1861(n) |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |               | 2019-10-01      |         |
      And the payer is medicare

    Scenario Outline: GX by itself on an institutional claim announces the denial
      Given the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | procedure_code | revenue_code | modifiers | units | date_of_service |
        | <code>         | 0270         | GX        | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                                                                               | remittance |
        | 1           | COV040  | advisory    | code_system=<system>, coverage_code=<coverage>, modifiers=GX, claim_type=institutional | PR 96 N425 |

      Examples:
        | code  | system         | coverage |
        | G9919 | hcpcs_level_ii | I        |
        | A9270 | hcpcs_level_ii | M        |
        | A4252 | hcpcs_level_ii | S        |
        | Q4226 | hcpcs_level_ii | none     |
        | 99213 | cpt            | unknown  |

    Scenario Outline: Codes outside HCPCS Level II are read too
      Given the claim type is institutional
      And the claim lines:
        | procedure_code | code_qualifier | revenue_code   | modifiers | units | date_of_service |
        | <code>         | <qualifier>    | <revenue_code> | GX        | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                                                                            |
        | 1           | COV040  | advisory    | code_system=<system>, coverage_code=unknown, modifiers=GX, claim_type=institutional |

      Examples:
        | code  | qualifier | revenue_code | system |
        | 99213 |           | 0510         | cpt    |
        | D0120 |           | 0512         | cdt    |
        | 1AA11 | HP        | 0023         | hipps  |
        | Z0010 | ER        | 0510         | other  |

    Scenario Outline: On a code that can be paid GX on an institutional claim announces the denial too
      Given the claim type is institutional
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | GX        | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id       | disposition |
        | 1           | COV040        | advisory    |
        | 1           | <information> | information |

      Examples:
        | code  | information |
        | A6530 | COV080      |
        | A4218 | COV070      |

    Scenario: The denial is announced although the record of the code is not known
      Given the claim type is institutional
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A4252          | GX        | 1     | 2025-09-30      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |
        | 1           | COV040  | advisory    |

    Scenario: A revenue code alone is not judged by its modifiers
      Given the claim type is institutional
      And the claim lines:
        | revenue_code | modifiers | units | date_of_service |
        | 0270         | GX        | 1     | 2025-10-01      |
        | 0271         | GY        | 1     | 2025-10-01      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: GX by itself on any other claim announces nothing
      Given the claim type is <claim_type>
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | GX        | 1     | 2025-10-01      |
      When the claim is checked
      Then the claim is clean

      Examples:
        | code  | claim_type   |
        | A6530 | professional |
        | G9919 | professional |
        | A9270 | professional |
        | A4252 | professional |
        | A6530 | dme          |
        | G9919 | dme          |
        | A9270 | dme          |
        | A4252 | dme          |

    Scenario Outline: GA and GZ speak of necessity and ask for no such denial
      Given the claim type is institutional
      And the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | <code>         | <modifier> | 1     | 2025-10-01      |
      When the claim is checked
      Then line 1 has no finding COV040

      Examples:
        | code  | modifier |
        | G9919 | GA       |
        | G9919 | GZ       |
        | A9270 | GA       |
        | A9270 | GZ       |
        | A4252 | GA       |
        | A4252 | GZ       |

    Scenario Outline: GY on a code that can be paid, or that bears no coverage code, is no matter of this edit
      Given the claim type is <claim_type>
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | GY        | 1     | 2025-10-01      |
      When the claim is checked
      Then line 1 has no finding COV040

      Examples:
        | code  | claim_type    |
        | A6530 | professional  |
        | A4218 | professional  |
        | Q4226 | professional  |
        | 99213 | professional  |
        | A6530 | institutional |
        | A4218 | institutional |
        | Q4226 | institutional |
        | 99213 | institutional |

  Rule: "when billed with an ambulance transportation code, the reported modifiers can only indicate origin/destination" (Pub. 100-04, ch. 15, sec. 30, A): the first modifier is not a liability modifier

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                                                      | coverage_code | code_added_date | carriers_manual_references |
        | A0888 | Noncovered ambulance mileage, per mile (e.g., for miles traveled beyond closest appropriate facility) | M             | 1995-01-01      | 2125                       |
      And the payer is medicare
      And the claim type is institutional

    Scenario Outline: GX in first place asks for no denial, a modifier after it does
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A0888          | <modifiers> | 12    | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | modifiers | edit   | disposition      |
        | GX        | COV020 | line_item_denial |
        | RH GX     | COV040 | advisory         |
        | RH GY     | COV040 | advisory         |
        | GX GY     | COV040 | advisory         |

  Rule: The coverage code is true for its release alone (HCPCS Contractor Record - 2026; compression stockings are a benefit from 2024-01-01)

    Background:
      Given the partial release 2023-10 holds the code records:
        | code  | long_description                                            | coverage_code | code_added_date |
        | A6530 | Gradient compression stocking, below knee, 18-30 mmhg, each | M             | 2006-01-01      |
      And the partial release 2024-01 holds the code records:
        | code  | long_description                                            | coverage_code | code_added_date |
        | A6530 | Gradient compression stocking, below knee, 18-30 mmhg, each | C             | 2006-01-01      |
      And the payer is medicare
      And the claim type is dme

    Scenario: On the last day before coverage begins GY asks for the denial
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A6530          | GY        | 2     | 2023-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV040  | advisory    |

    Scenario: On the first day of coverage GY gives away what can be paid
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A6530          | GY        | 2     | 2024-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV080  | information |
        | 1           | COV090  | advisory    |

    Scenario: Before the first release the coverage is not known, and that is said
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A6530          | GY        | 2     | 2023-09-30      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |

  Rule: The edit is Medicare's (MM6563: liability notices of the Medicare program)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                         | coverage_code | code_added_date | statute |
        | A4252 | Blood ketone test or reagent strip, each | S             | 2008-01-01      | 1861(n) |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A4252          | GY        | 1     | 2025-10-01      |

    Scenario Outline: Other payers' denials are not foretold
      Given the payer is <payer>
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated the modifier is not judged, and that is said
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

  Rule: Coverage is not judged where the code itself was not valid (45 CFR 162.1000)

    Background:
      Given the partial release 2010-04 holds the code records:
        | code  | long_description                                                 | coverage_code | code_added_date |
        | G0428 | Collagen meniscus implant procedure for filling meniscal defects | M             | 2010-05-25      |
      And the partial release 2024-10 holds the code records:
        | code  | long_description                          | coverage_code | code_added_date |
        | G0122 | Colorectal cancer screening; barium enema | M             | 1998-01-01      |
      And the partial release 2025-01 holds the code records:
        | code  | long_description                          | coverage_code | code_added_date | termination_date |
        | G0122 | Colorectal cancer screening; barium enema | M             | 1998-01-01      | 2024-12-31       |
      And the payer is medicare

    Scenario Outline: The denial is announced from the code's first day to its last
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | GY        | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | G0428 | 2010-05-24 | COD020 | return_to_provider |
        | G0428 | 2010-05-25 | COV040 | advisory           |
        | G0122 | 2024-12-31 | COV040 | advisory           |
        | G0122 | 2025-01-01 | COD030 | return_to_provider |

    Scenario Outline: GX on an institutional claim is not judged where the code is malformed or unknown
      Given the complete release 2025-04 holds the code records:
        | code  | long_description            |
        | A9270 | Non-covered item or service |
      And the claim type is institutional
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | GX        | 1     | 2025-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | <edit>  | return_to_provider |

      Examples:
        | code  | edit   |
        | Q42   | COD005 |
        |       | COD005 |
        | A4999 | COD010 |
