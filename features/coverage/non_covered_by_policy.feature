@COV020
Feature: Code is not covered by Medicare policy
  Some items Medicare has decided not to cover, whatever the case: surgical stockings, exercise equipment, grab bars. A
  line for one of them is denied at the provider's expense unless it says with a modifier that the denial was expected.

  Rule: Coverage code M means "Non-covered by Medicare" (HCPCS Contractor Record - 2026, field 16); of such items "no payment may be made" (Social Security Act sec. 1862(a))

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                            | coverage_code | code_added_date | coverage_issues_references | carriers_manual_references |
        | A4490 | Surgical stockings above knee length, each                  | M             | 1986-01-01      | 60-9                       | 2079 2100                  |
        | A4520 | Incontinence garment, any type, (e.g., brief, diaper), each | M             | 2005-01-01      | 60-9                       |                            |
        | A9270 | Non-covered item or service                                 | M             | 1986-01-01      |                            | 2303                       |
        | A4467 | Belt, strap, sleeve, garment, or covering, any type         | M             | 2017-01-01      |                            |                            |

    Scenario: A code that a national policy excludes is denied, and the policy is named
      Given the payer is medicare
      And the claim type is dme
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4490          | 2     | 2025-10-01      |
      When the claim is checked
      Then line 1 has finding COV020
        | field            | value |
        | title            | Code is not covered by Medicare policy |
        | disposition      | line_item_denial |
        | message          | A4490 is not covered by Medicare (coverage code M). Reference: Coverage Issues Manual 60-9; Carriers Manual 2079, 2100. |
        | fix              | Do not bill Medicare for it, or bill it as non-covered: GY where no benefit covers it, GA or GZ where necessity is in doubt. |
        | evidence         | coverage_code=M, procedure_code=A4490, modifiers=none |
        | remittance       | CO 96 N386 |
        | code_set_release | 2025-10 |
        | authority        | HCPCS Contractor Record - 2026 (CMS RIF report, as of 11/12/2025), field 16, code M; Social Security Act sec. 1862(a) (42 U.S.C. 1395y(a)), (a), introduction and (1)(A) |
      And the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COV020  | line_item_denial |

    Scenario Outline: The remark code tells a national coverage decision from any other reason
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | remittance   | message   |
        | 1           | COV020  | line_item_denial | <remittance> | <message> |

      Examples: references to both manuals, to either, to none
        | code  | remittance | message                                                                                  |
        | A4490 | CO 96 N386 | A4490 is not covered by Medicare (coverage code M). Reference: Coverage Issues Manual 60-9; Carriers Manual 2079, 2100. |
        | A4520 | CO 96 N386 | A4520 is not covered by Medicare (coverage code M). Reference: Coverage Issues Manual 60-9.                 |
        | A9270 | CO 96 N130 | A9270 is not covered by Medicare (coverage code M). Reference: Carriers Manual 2303.                 |
        | A4467 | CO 96 N130 | A4467 is not covered by Medicare (coverage code M).                                      |

    Scenario Outline: Professional, institutional and equipment claims are denied alike
      Given the payer is medicare
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A9270          | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | remittance |
        | 1           | COV020  | line_item_denial | CO 96 N130 |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

    Scenario Outline: Any other coverage code is no matter of this edit
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                                  | coverage_code |
        | A6530 | Gradient compression stocking, below knee, 18-30 mmhg, each                       | C             |
        | A4218 | Sterile saline or water, metered dose dispenser, 10 ml                            | D             |
        | G9919 | Screening performed and positive and provision of recommendations                 | I             |
        | A4252 | Blood ketone test or reagent strip, each                                          | S             |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |               |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2025-10-01      |
      When the claim is checked
      Then line 1 has no finding COV020

      Examples:
        | code  |
        | A6530 |
        | A4218 |
        | G9919 |
        | A4252 |
        | Q4226 |
        | 99213 |

  Rule: Medicare pays for G0235 under a national coverage determination although its coverage code is M (parameter coverage_code_exceptions)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                               | coverage_code | code_added_date | coverage_issues_references |
        | G0235 | Pet imaging, any site, not otherwise specified | M             | 2006-01-01      | 50-36                      |
      And the payer is medicare

    Scenario: The code that is paid all the same is not denied
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | G0235          | 1     | 2025-10-01      |
      When the claim is checked
      Then there are no findings

  Rule: A line that bears GA, GX, GY or GZ says itself that a denial is expected (MM6563 / CR 6563, GA modifier and GX modifier; Palmetto GBA, Modifier GY; Transmittal 2148, CR 7228)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description            | coverage_code | code_added_date | carriers_manual_references |
        | A9270 | Non-covered item or service | M             | 1986-01-01      | 2303                       |
      And the payer is medicare

    Scenario Outline: Each of GA, GX and GZ by itself stands in place of the denial
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A9270          | <modifiers> | 1     | 2025-10-01      |
      When the claim is checked
      Then there are no findings

      Examples: in first place and in last
        | modifiers   |
        | GA          |
        | GX          |
        | GZ          |
        | NU GA       |
        | NU RT KX GZ |

    Scenario: GY makes of the denial one that was asked for
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A9270          | GY        | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV040  | advisory    |

    Scenario Outline: Other modifiers change nothing
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A9270          | <modifiers> | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | evidence                                                     |
        | 1           | COV020  | line_item_denial | coverage_code=M, procedure_code=A9270, modifiers=<modifiers> |

      Examples:
        | modifiers |
        | EY        |
        | GK        |
        | GL        |
        | KX        |
        | TS        |
        | NU RT     |

  Rule: "when billed with an ambulance transportation code, the reported modifiers can only indicate origin/destination" (Pub. 100-04, ch. 15, sec. 30, A): the first modifier is not a liability modifier

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                                                      | coverage_code | code_added_date | carriers_manual_references |
        | A0888 | Noncovered ambulance mileage, per mile (e.g., for miles traveled beyond closest appropriate facility) | M             | 1995-01-01      | 2125                       |
      And the payer is medicare

    Scenario: GX in first place is the way from a dialysis facility to a physician's office, and does not stand in place of the denial
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A0888          | GX        | 12    | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COV020  | line_item_denial |

    Scenario Outline: From the second place on the modifiers of an ambulance line are read as such
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A0888          | <modifiers> | 12    | 2025-10-01      |
      When the claim is checked
      Then line 1 has no finding COV020

      Examples:
        | modifiers |
        | RH GA     |
        | RH GX     |
        | RH GY     |
        | RH GZ     |
        | RH QN GA  |

  Rule: The coverage code is true for its release alone (HCPCS Contractor Record - 2026; compression stockings are a benefit from 2024-01-01)

    Background:
      Given the partial release 2023-10 holds the code records:
        | code  | long_description                                            | coverage_code | code_added_date | coverage_issues_references |
        | A6530 | Gradient compression stocking, below knee, 18-30 mmhg, each | M             | 2006-01-01      | 60-9                       |
      And the partial release 2024-01 holds the code records:
        | code  | long_description                                            | coverage_code | code_added_date |
        | A6530 | Gradient compression stocking, below knee, 18-30 mmhg, each | C             | 2006-01-01      |
      And the payer is medicare

    Scenario Outline: The coverage code of the date of service decides
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | A6530          | 2     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   | code_set_release |
        | 1           | <edit>  | <disposition> | <release>        |

      Examples:
        | day        | edit   | disposition      | release |
        | 2023-10-01 | COV020 | line_item_denial | 2023-10 |
        | 2023-12-31 | COV020 | line_item_denial | 2023-10 |
        | 2024-01-01 | COV080 | information      | 2024-01 |

    Scenario: Before the first release the coverage is not known, and that is said
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | A6530          | 2     | 2023-09-30      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |

    Scenario: Past its quarter the release still denies, with a word on its age
      Given the partial release 2023-10 holds the code records:
        | code  | long_description                                    | coverage_code | code_added_date |
        | A4467 | Belt, strap, sleeve, garment, or covering, any type | M             | 2017-01-01      |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4467          | 1     | 2024-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COD910  | not_checked      |
        | 1           | COV020  | line_item_denial |

  Rule: The edit is Medicare's (Social Security Act sec. 1862(a): no payment "under part A or part B")

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description            | coverage_code | code_added_date | carriers_manual_references |
        | A9270 | Non-covered item or service | M             | 1986-01-01      | 2303                       |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A9270          | 1     | 2025-10-01      |

    Scenario Outline: Other payers may cover the code
      Given the payer is <payer>
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated the coverage is not judged, and that is said
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

    Scenario Outline: The denial runs from the code's first day to its last
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | G0428 | 2010-05-24 | COD020 | return_to_provider |
        | G0428 | 2010-05-25 | COV020 | line_item_denial   |
        | G0122 | 2024-12-31 | COV020 | line_item_denial   |
        | G0122 | 2025-01-01 | COD030 | return_to_provider |

  Rule: What is paid all the same is one code, and no code beside it

    Scenario: The codes on either side of it are denied
      Given the partial release 2025-10 holds the code records:
        | code  | coverage_code |
        | G0234 | M             |
        | G0235 | M             |
        | G0236 | M             |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0234          | 1     | 2025-10-01      |
        | G0235          | 1     | 2025-10-01      |
        | G0236          | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COV020  | line_item_denial |
        | 3           | COV020  | line_item_denial |
