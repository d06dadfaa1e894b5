@COV010
Feature: Code is not payable by Medicare
  Medicare pays nothing for a code that it keeps for Medicaid or private payers, or that it has replaced with another.
  Billed as an ordinary line it is denied at the provider's expense; the code that Medicare accepts would have been paid.

  Rule: Coverage code I means "Not payable by Medicare" (HCPCS Contractor Record - 2026, field 16)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                                      | coverage_code | code_added_date | cross_references | coverage_issues_references |
        | E0970 | No. 2 footplates, except for elevating leg rest                                       | I             | 1986-01-01      | K0037 K0042      | 60-9                       |
        | E1130 | Standard wheelchair, fixed full length arms, fixed or swing away detachable footrests | I             | 1986-01-01      | K0001            | 60-9                       |
        | G9919 | Screening performed and positive and provision of recommendations                     | I             | 2018-01-01      |                  |                            |

    Scenario: A code that Medicare has replaced is denied, and the codes it accepts are named
      Given the payer is medicare
      And the claim type is dme
      And the claim lines:
        | procedure_code | units | date_of_service |
        | E0970          | 1     | 2025-10-01      |
      When the claim is checked
      Then line 1 has finding COV010
        | field            | value |
        | title            | Code is not payable by Medicare |
        | disposition      | line_item_denial |
        | message          | E0970 is not payable by Medicare (coverage code I). The code set refers to K0037 or K0042. |
        | fix              | Bill a code that Medicare accepts (see K0037 or K0042, where valid on the date), if there is one; to bill for a denial, append GY. |
        | evidence         | coverage_code=I, modifiers=none |
        | remittance       | CO 96 N130 |
        | code_set_release | 2025-10 |
        | authority        | HCPCS Contractor Record - 2026 (CMS RIF report, as of 11/12/2025), field 16, code I; field 15; Medicare Benefit Policy Manual, Pub. 100-02, ch. 16, sec. 10, General Exclusions From Coverage; sec. 20; CMS CR 5634 (2007), as restated by XIFIN: remark codes required with reason codes 16, 17, 96, 125, A1, table, row 96 |
      And the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COV010  | line_item_denial |

    Scenario: One cross-referenced code is named alone
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | E1130          | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | message                                                                           | fix                                                                           |
        | 1           | COV010  | line_item_denial | E1130 is not payable by Medicare (coverage code I). The code set refers to K0001. | Bill a code that Medicare accepts (see K0001, where valid on the date), if there is one; to bill for a denial, append GY. |

    Scenario: A code without a cross-reference is denied without one
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G9919          | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | message                                             | fix                                                                   |
        | 1           | COV010  | line_item_denial | G9919 is not payable by Medicare (coverage code I). | Bill a code that Medicare accepts, if there is one; to bill for a denial, append GY. |

    Scenario Outline: Professional, institutional and equipment claims are denied alike
      Given the payer is medicare
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G9919          | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | remittance |
        | 1           | COV010  | line_item_denial | CO 96 N130 |

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
        | A9270 | Non-covered item or service                                                       | M             |
        | A4252 | Blood ketone test or reagent strip, each                                          | S             |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |               |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2025-10-01      |
      When the claim is checked
      Then line 1 has no finding COV010

      Examples:
        | code  |
        | A6530 |
        | A4218 |
        | A9270 |
        | A4252 |
        | Q4226 |
        | 99213 |

  Rule: A line that bears GA, GX, GY or GZ says itself that a denial is expected (MM6563 / CR 6563, GA modifier and GX modifier; Palmetto GBA, Modifier GY; Transmittal 2148, CR 7228)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                  | coverage_code | code_added_date |
        | G9919 | Screening performed and positive and provision of recommendations | I             | 2018-01-01      |
      And the payer is medicare

    Scenario Outline: Each of GA, GX and GZ by itself stands in place of the denial
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | G9919          | <modifiers> | 1     | 2025-10-01      |
      When the claim is checked
      Then there are no findings

      Examples: in first place and in last
        | modifiers   |
        | GA          |
        | GX          |
        | GZ          |
        | 25 GA       |
        | KX RT 59 GZ |

    Scenario: GY makes of the denial one that was asked for
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | G9919          | GY        | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV040  | advisory    |

    Scenario Outline: Other modifiers change nothing
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | G9919          | <modifiers> | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | evidence                               |
        | 1           | COV010  | line_item_denial | coverage_code=I, modifiers=<modifiers> |

      Examples:
        | modifiers |
        | EY        |
        | GK        |
        | GL        |
        | KX        |
        | TS        |
        | 25 59     |

  Rule: "when billed with an ambulance transportation code, the reported modifiers can only indicate origin/destination" (Pub. 100-04, ch. 15, sec. 30, A): the first modifier is not a liability modifier

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description       | coverage_code | code_added_date | cross_references |
        | A0380 | Bls mileage (per mile) | I             | 1995-01-01      | A0425            |
      And the payer is medicare

    Scenario: GX in first place is the way from a dialysis facility to a physician's office, and does not stand in place of the denial
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A0380          | GX        | 12    | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COV010  | line_item_denial |

    Scenario Outline: From the second place on the modifiers of an ambulance line are read as such
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A0380          | <modifiers> | 12    | 2025-10-01      |
      When the claim is checked
      Then line 1 has no finding COV010

      Examples:
        | modifiers |
        | RH GA     |
        | RH GX     |
        | RH GY     |
        | RH GZ     |
        | RH QN GA  |

  Rule: The coverage code is true for its release alone (HCPCS Contractor Record - 2026; Medicare changes coverage by quarter)

    Background:
      Given the partial release 2024-10 holds the code records:
        | code  | long_description                                                  | coverage_code | code_added_date |
        | G9919 | Screening performed and positive and provision of recommendations | C             | 2018-01-01      |
      And the partial release 2025-01 holds the code records:
        | code  | long_description                                                  | coverage_code | code_added_date |
        | G9919 | Screening performed and positive and provision of recommendations | I             | 2018-01-01      |
      And the payer is medicare

    Scenario Outline: The coverage code of the date of service decides
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | G9919          | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   | code_set_release |
        | 1           | <edit>  | <disposition> | <release>        |

      Examples:
        | day        | edit   | disposition      | release |
        | 2024-12-31 | COV080 | information      | 2024-10 |
        | 2025-01-01 | COV010 | line_item_denial | 2025-01 |
        | 2025-03-31 | COV010 | line_item_denial | 2025-01 |

    Scenario: Before the first release the coverage is not known, and that is said
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | G9919          | 1     | 2024-09-30      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |

    Scenario: After the last release the denial comes with a word on the age of the record
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | G9919          | 1     | 2025-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COD910  | not_checked      |
        | 1           | COV010  | line_item_denial |

  Rule: The edit is Medicare's (Pub. 100-02, ch. 16, sec. 10: no payment can be made "under either the hospital insurance or supplementary medical insurance program")

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                  | coverage_code | code_added_date |
        | G9919 | Screening performed and positive and provision of recommendations | I             | 2018-01-01      |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G9919          | 1     | 2025-10-01      |

    Scenario Outline: Other payers may pay for the code
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
      Given the partial release 2022-04 holds the code records:
        | code  | long_description                                                                                            | coverage_code | code_added_date |
        | G0310 | Immunization counseling when the vaccine is not administered on the same date of service, 5 to 15 mins time | I             | 2022-05-11      |
      And the partial release 2025-01 holds the code records:
        | code  | long_description                                                     | coverage_code | code_added_date |
        | S4988 | Penile contracture device, manual, greater than 3 lbs traction force | I             | 2024-04-01      |
      And the partial release 2025-04 holds the code records:
        | code  | long_description                                                     | coverage_code | code_added_date | termination_date |
        | S4988 | Penile contracture device, manual, greater than 3 lbs traction force | I             | 2024-04-01      | 2025-03-31       |
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
        | G0310 | 2022-05-10 | COD020 | return_to_provider |
        | G0310 | 2022-05-11 | COV010 | line_item_denial   |
        | S4988 | 2025-03-31 | COV010 | line_item_denial   |
        | S4988 | 2025-04-01 | COD030 | return_to_provider |
