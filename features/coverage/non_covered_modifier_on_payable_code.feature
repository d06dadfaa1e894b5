@COV090
Feature: Payable code is billed as non-covered
  GY asks Medicare for a denial. On a code that Medicare can pay, a GY left over from another line or a template gives the
  payment away, and the patient is billed for what Medicare would have paid.

  Rule: GY is for an item or service that is "statutorily excluded or ... does not meet the definition of" any Medicare benefit, and creates a denial by itself (Palmetto GBA, GZ and GY HCPCS Modifier Use, Modifier GY)

    Scenario: GY on a code that Medicare can pay is pointed out
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-01      |
        | Q4257          | GY        | 20    | 2026-01-01      |
      When the claim is checked
      Then line 2 has finding COV090
        | field            | value |
        | title            | Payable code is billed as non-covered |
        | disposition      | advisory |
        | message          | Q4257 can be payable (coverage code C), but GY asks for a denial. |
        | fix              | Remove GY unless the service meets no Medicare benefit in this case. |
        | evidence         | coverage_code=C, modifiers=GY |
        | remittance       | PR 96 N425 |
        | code_set_release | 2026-01 |
        | authority        | Palmetto GBA JM Part B, GZ and GY HCPCS Modifier Use, Modifier GY; HCPCS Contractor Record - 2026 (CMS RIF report, as of 11/12/2025), field 16, codes C and D; Noridian Medicare JE Part A, Liability Modifier Appeal Rights, table rows GA, GX, GY, GZ |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |
        | 2           | COV090  | advisory    |

    Scenario: Without GY the line passes
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 20    | 2026-01-01      |
      When the claim is checked
      Then the claim is clean
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |

    Scenario: Special coverage instructions make a code payable too
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                       | coverage_code | code_added_date |
        | A4218 | Sterile saline or water, metered dose dispenser, 10 ml | D             | 2006-01-01      |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A4218          | GY        | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | message                                                           |
        | 1           | COV070  | information | Special coverage instructions apply to A4218.                     |
        | 1           | COV090  | advisory    | A4218 can be payable (coverage code D), but GY asks for a denial. |

    Scenario Outline: GY is read in every place, and beside other modifiers
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                            | coverage_code | code_added_date |
        | A6530 | Gradient compression stocking, below knee, 18-30 mmhg, each | C             | 2006-01-01      |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A6530          | <modifiers> | 2     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                               |
        | 1           | COV080  | information | coverage_code=C                        |
        | 1           | COV090  | advisory    | coverage_code=C, modifiers=<modifiers> |

      Examples:
        | modifiers   |
        | GY          |
        | NU GY       |
        | NU RT LT GY |
        | GX GY       |
        | GA GY       |

    Scenario Outline: The other liability modifiers, and any other modifier, ask for no such denial
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                            | coverage_code | code_added_date |
        | A6530 | Gradient compression stocking, below knee, 18-30 mmhg, each | C             | 2006-01-01      |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A6530          | <modifiers> | 2     | 2025-10-01      |
      When the claim is checked
      Then the claim is clean

      Examples:
        | modifiers |
        | GA        |
        | GX        |
        | GZ        |
        | EY        |
        | KX        |

    Scenario Outline: Professional, institutional and equipment claims are judged alike
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                            | coverage_code | code_added_date |
        | A6530 | Gradient compression stocking, below knee, 18-30 mmhg, each | C             | 2006-01-01      |
      And the payer is medicare
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A6530          | GY        | 2     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | remittance |
        | 1           | COV080  | information | none       |
        | 1           | COV090  | advisory    | PR 96 N425 |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

    Scenario Outline: On a code that Medicare does not cover, or that bears no coverage code, GY is no matter of this edit
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                                  | coverage_code |
        | G9919 | Screening performed and positive and provision of recommendations                 | I             |
        | A9270 | Non-covered item or service                                                       | M             |
        | A4252 | Blood ketone test or reagent strip, each                                          | S             |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |               |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | GY        | 1     | 2025-10-01      |
      When the claim is checked
      Then line 1 has no finding COV090

      Examples:
        | code  |
        | G9919 |
        | A9270 |
        | A4252 |
        | Q4226 |
        | 99213 |

  Rule: On an ambulance line the first modifier tells origin and destination (Pub. 100-04, ch. 15, sec. 30, A)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                      | coverage_code | code_added_date |
        | A0428 | Ambulance service, basic life support, non-emergency transport, (bls) | C             | 2001-01-01      |
      And the payer is medicare

    Scenario: After origin and destination GY asks for a denial
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A0428          | RH GY     | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV080  | information |
        | 1           | COV090  | advisory    |

    Scenario: In the place of origin and destination GY is not read as a liability modifier
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A0428          | GY QN     | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV080  | information |

  Rule: The coverage code is true for its release alone (HCPCS Contractor Record - 2026; E0765 became excluded on 2025-10-01)

    Background:
      Given the partial release 2025-07 holds the code records:
        | code  | long_description                                                                                | coverage_code | code_added_date |
        | E0765 | Fda approved nerve stimulator, with replaceable batteries, for treatment of nausea and vomiting | C             | 2001-01-01      |
      And the partial release 2025-10 holds the code records:
        | code  | long_description                                                    | coverage_code | code_added_date | statute |
        | E0765 | Fda approved nerve stimulator, for treatment of nausea and vomiting | S             | 2001-01-01      | 1861(n) |
      And the payer is medicare

    Scenario: On the last day that the code can be paid GY is pointed out
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | E0765          | GY        | 1     | 2025-09-30      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV080  | information |
        | 1           | COV090  | advisory    |

    Scenario: On the first day of the exclusion GY is right
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | E0765          | GY        | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV040  | advisory    |

    Scenario: Before the first release the coverage is not known, and that is said
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | E0765          | GY        | 1     | 2025-06-30      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |

    Scenario: After the quarter the advice comes with a word on the age of the record
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-04-01      |
        | Q4257          | GY        | 20    | 2026-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD910  | not_checked |
        | 2           | COV080  | information |
        | 2           | COV090  | advisory    |

  Rule: The edit is Medicare's (MM6563: liability notices of the Medicare program)

    Scenario Outline: Other payers' modifiers are not judged
      Given the bundled code records
      And the payer is <payer>
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-01      |
        | Q4257          | GY        | 20    | 2026-01-01      |
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated the modifier is not judged, and that is said
      Given the bundled code records
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-01      |
        | Q4257          | GY        | 20    | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

  Rule: Coverage is not judged where the code itself was not valid (45 CFR 162.1000)

    Background:
      Given the partial release 2021-04 holds the code records:
        | code  | long_description                                                                           | coverage_code | code_added_date |
        | Q0249 | Injection, tocilizumab, for hospitalized adults and pediatric patients with covid-19, 1 mg | C             | 2021-06-24      |
      And the partial release 2024-10 holds the code records:
        | code  | long_description                              | coverage_code | code_added_date | termination_date |
        | Q0244 | Injection, casirivimab and imdevimab, 1200 mg | C             | 2021-06-03      | 2024-12-12       |
      And the payer is medicare

    Scenario Outline: Outside its valid days only the code is named
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | GY        | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | <edit>  | return_to_provider |

      Examples:
        | code  | day        | edit   |
        | Q0249 | 2021-06-23 | COD020 |
        | Q0244 | 2024-12-13 | COD030 |

    Scenario Outline: On the code's first day and on its last GY is pointed out
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | GY        | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV080  | information |
        | 1           | COV090  | advisory    |

      Examples:
        | code  | day        |
        | Q0249 | 2021-06-24 |
        | Q0244 | 2024-12-12 |
