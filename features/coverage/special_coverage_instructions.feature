@COV070
Feature: Special coverage instructions apply
  For some codes Medicare pays only under conditions that its manuals spell out. Nothing is wrong with the line; but where
  the record does not show that the conditions are met, the payment is asked back on review.

  Rule: Coverage code D means "Special coverage instructions apply" (HCPCS Contractor Record - 2026, field 16); fields 11 and 12 bear the sections of the manuals

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                                   | coverage_code | code_added_date | coverage_issues_references | carriers_manual_references |
        | A4470 | Gravlee jet washer                                                                 | D             | 1986-01-01      | 50-4                       | 2320                       |
        | E0100 | Cane, includes canes of all materials, adjustable or fixed, with tip               | D             | 1986-01-01      | 60-3 60-9                  | 2100.1                     |
        | A4253 | Blood glucose test or reagent strips for home blood glucose monitor, per 50 strips | D             | 1986-01-01      | 60-11                      |                            |
        | A0999 | Unlisted ambulance service                                                         | D             | 1987-01-01      |                            | 2120.1 2125                |
        | A4218 | Sterile saline or water, metered dose dispenser, 10 ml                             | D             | 2006-01-01      |                            |                            |

    Scenario: The instructions that apply to the code are named
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4470          | 1     | 2025-10-01      |
      When the claim is checked
      Then line 1 has finding COV070
        | field            | value |
        | title            | Special coverage instructions apply |
        | disposition      | information |
        | message          | Special coverage instructions apply to A4470: Coverage Issues Manual 50-4; Carriers Manual 2320. |
        | fix              | Read the instructions and see that the line meets them. |
        | evidence         | coverage_code=D |
        | remittance       | none |
        | code_set_release | 2025-10 |
        | authority        | HCPCS Contractor Record - 2026 (CMS RIF report, as of 11/12/2025), field 16, code D; fields 11 and 12 |
      And the claim is clean
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV070  | information |

    Scenario Outline: Every section of either manual is named, and none where the record names none
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | message   |
        | 1           | COV070  | information | <message> |

      Examples:
        | code  | message                                                                   |
        | A4470 | Special coverage instructions apply to A4470: Coverage Issues Manual 50-4; Carriers Manual 2320.         |
        | E0100 | Special coverage instructions apply to E0100: Coverage Issues Manual 60-3, 60-9; Carriers Manual 2100.1. |
        | A4253 | Special coverage instructions apply to A4253: Coverage Issues Manual 60-11.                  |
        | A0999 | Special coverage instructions apply to A0999: Carriers Manual 2120.1, 2125.           |
        | A4218 | Special coverage instructions apply to A4218.                             |

    Scenario Outline: Professional, institutional and equipment claims get the same information
      Given the payer is medicare
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4253          | 2     | 2025-10-01      |
      When the claim is checked
      Then the claim is clean
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV070  | information |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

    Scenario Outline: Modifiers change nothing
      Given the payer is medicare
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A4253          | <modifiers> | 2     | 2025-10-01      |
      When the claim is checked
      Then the claim is clean
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV070  | information |

      Examples:
        | modifiers |
        | KX        |
        | GA        |
        | GX        |
        | GZ        |

    Scenario: A line billed as non-covered gets the information beside the advice
      Given the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A4253          | GY        | 2     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV070  | information |
        | 1           | COV090  | advisory    |

    Scenario Outline: Any other coverage code is no matter of this edit
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                                  | coverage_code | coverage_issues_references |
        | A6530 | Gradient compression stocking, below knee, 18-30 mmhg, each                       | C             |                            |
        | E0970 | No. 2 footplates, except for elevating leg rest                                   | I             | 60-9                       |
        | A4490 | Surgical stockings above knee length, each                                        | M             | 60-9                       |
        | A4252 | Blood ketone test or reagent strip, each                                          | S             |                            |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |               |                            |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2025-10-01      |
      When the claim is checked
      Then line 1 has no finding COV070

      Examples: a reference to a manual alone is no instruction
        | code  |
        | A6530 |
        | E0970 |
        | A4490 |
        | A4252 |
        | Q4226 |
        | 99213 |

  Rule: The coverage code is true for its release alone (HCPCS Contractor Record - 2026; A9272 was excluded by statute until 2023-12-31)

    Background:
      Given the partial release 2023-10 holds the code records:
        | code  | long_description                                                                             | coverage_code | code_added_date | statute |
        | A9272 | Wound suction, disposable, includes dressing, all accessories and components, any type, each | S             | 2012-01-01      | 1861(n) |
      And the partial release 2024-01 holds the code records:
        | code  | long_description                                                                             | coverage_code | code_added_date |
        | A9272 | Wound suction, disposable, includes dressing, all accessories and components, any type, each | D             | 2012-01-01      |
      And the payer is medicare

    Scenario Outline: The coverage code of the date of service decides
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | A9272          | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   | code_set_release |
        | 1           | <edit>  | <disposition> | <release>        |

      Examples:
        | day        | edit   | disposition      | release |
        | 2023-12-31 | COV030 | line_item_denial | 2023-10 |
        | 2024-01-01 | COV070 | information      | 2024-01 |
        | 2024-03-31 | COV070 | information      | 2024-01 |

    Scenario: Before the first release the coverage is not known, and that is said
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | A9272          | 1     | 2023-09-30      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |

    Scenario: After the last release the information comes with a word on the age of the record
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | A9272          | 1     | 2024-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD910  | not_checked |
        | 1           | COV070  | information |

  Rule: The instructions are Medicare's (HCPCS Contractor Record - 2026, field 16: Medicare coverage status)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                       | coverage_code | code_added_date |
        | A4218 | Sterile saline or water, metered dose dispenser, 10 ml | D             | 2006-01-01      |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4218          | 1     | 2025-10-01      |

    Scenario Outline: Other payers' claims get no such information
      Given the payer is <payer>
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated the coverage is not looked at, and that is said
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

  Rule: Coverage is not judged where the code itself was not valid (45 CFR 162.1000)

    Background:
      Given the partial release 2014-04 holds the code records:
        | code  | long_description                                                                            | coverage_code | code_added_date |
        | G0472 | Hepatitis c antibody screening, for individual at high risk and other covered indication(s) | D             | 2014-06-02      |
      And the partial release 2016-10 holds the code records:
        | code  | long_description       | coverage_code | code_added_date |
        | Q9981 | Rolapitant, oral, 1 mg | D             | 2016-07-01      |
      And the partial release 2017-01 holds the code records:
        | code  | long_description       | coverage_code | code_added_date | termination_date | cross_references |
        | Q9981 | Rolapitant, oral, 1 mg | D             | 2016-07-01      | 2016-12-31       | J8670            |
      And the payer is medicare

    Scenario Outline: The information is given from the code's first day to its last
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | G0472 | 2014-06-01 | COD020 | return_to_provider |
        | G0472 | 2014-06-02 | COV070 | information        |
        | Q9981 | 2016-12-31 | COV070 | information        |
        | Q9981 | 2017-01-01 | COD030 | return_to_provider |
