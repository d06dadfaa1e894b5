@COV030
Feature: Code is excluded from Medicare by statute
  Hearing aids, wigs, ketone strips: the law itself keeps some items out of Medicare. Medicare denies them whether or not
  the line says so; with GY the denial comes faster and the patient or another insurer can be billed with it.

  Rule: Coverage code S means "Non-covered by Medicare statute" (HCPCS Contractor Record - 2026, field 16); field 13 bears the section of the statute

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                | coverage_code | code_added_date | statute |
        | A4252 | Blood ketone test or reagent strip, each        | S             | 2008-01-01      | 1861(n) |
        | A9280 | Alert or alarm device, not otherwise classified | S             | 2004-01-01      |         |

    Scenario: A code that the law excludes is denied, and the section of the law is named
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4252          | 1     | 2025-10-01      |
      When the claim is checked
      Then line 1 has finding COV030
        | field            | value |
        | title            | Code is excluded from Medicare by statute |
        | disposition      | line_item_denial |
        | message          | A4252 is excluded by statute (coverage code S); statute reference 1861(n). |
        | fix              | Do not bill Medicare for it, or append GY to bill for a denial. |
        | evidence         | coverage_code=S, modifiers=none |
        | remittance       | PR 96 N425 |
        | code_set_release | 2025-10 |
        | authority        | HCPCS Contractor Record - 2026 (CMS RIF report, as of 11/12/2025), field 16, code S; field 13, HCPCS Statute Number; Palmetto GBA JM Part B, GZ and GY HCPCS Modifier Use, Modifier GY; Social Security Act sec. 1862(a) (42 U.S.C. 1395y(a)), (a), introduction and (1)(A) |
      And the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COV030  | line_item_denial |

    Scenario: Where the record names no section the message names none
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A9280          | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | message                                         |
        | 1           | COV030  | line_item_denial | A9280 is excluded by statute (coverage code S). |

    Scenario Outline: The patient is liable, except on institutional claims, where the provider is
      Given the payer is medicare
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4252          | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | remittance   |
        | 1           | COV030  | line_item_denial | <remittance> |

      Examples:
        | claim_type    | remittance |
        | professional  | PR 96 N425 |
        | dme           | PR 96 N425 |
        | institutional | CO 96 N425 |

    Scenario Outline: Any other coverage code is no matter of this edit
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                                  | coverage_code | statute |
        | A6530 | Gradient compression stocking, below knee, 18-30 mmhg, each                       | C             |         |
        | C1762 | Connective tissue, human (includes fascia lata)                                   | D             | 1833(T) |
        | G9919 | Screening performed and positive and provision of recommendations                 | I             |         |
        | A9270 | Non-covered item or service                                                       | M             |         |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |               |         |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2025-10-01      |
      When the claim is checked
      Then line 1 has no finding COV030

      Examples: a statute number alone excludes nothing
        | code  |
        | A6530 |
        | C1762 |
        | G9919 |
        | A9270 |
        | Q4226 |
        | 99213 |

  Rule: A line that bears GA, GX, GY or GZ says itself that a denial is expected (Palmetto GBA, Modifier GY; MM6563 / CR 6563, GA modifier and GX modifier; Transmittal 2148, CR 7228)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                         | coverage_code | code_added_date | statute |
        | A4252 | Blood ketone test or reagent strip, each | S             | 2008-01-01      | 1861(n) |
      And the payer is medicare

    Scenario Outline: A voluntary notice, GX, stands in place of the denial
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A4252          | <modifiers> | 1     | 2025-10-01      |
      When the claim is checked
      Then there are no findings

      Examples: in first place and in last
        | modifiers   |
        | GX          |
        | NU GX       |
        | NU KX RT GX |

    Scenario Outline: With another liability modifier the line is judged by that modifier
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A4252          | <modifiers> | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | <edit>  | advisory    |

      Examples:
        | modifiers | edit   |
        | GY        | COV040 |
        | GA        | COV050 |
        | GZ        | COV050 |

    Scenario Outline: Other modifiers change nothing
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A4252          | <modifiers> | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | evidence                               |
        | 1           | COV030  | line_item_denial | coverage_code=S, modifiers=<modifiers> |

      Examples:
        | modifiers |
        | EY        |
        | GK        |
        | GL        |
        | KX        |
        | TS        |
        | NU RT     |

  Rule: The coverage code is true for its release alone (HCPCS Contractor Record - 2026; E0765 became excluded on 2025-10-01)

    Background:
      Given the partial release 2025-07 holds the code records:
        | code  | long_description                                                                                | coverage_code | code_added_date |
        | E0765 | Fda approved nerve stimulator, with replaceable batteries, for treatment of nausea and vomiting | C             | 2001-01-01      |
      And the partial release 2025-10 holds the code records:
        | code  | long_description                                                    | coverage_code | code_added_date | statute |
        | E0765 | Fda approved nerve stimulator, for treatment of nausea and vomiting | S             | 2001-01-01      | 1861(n) |
      And the payer is medicare

    Scenario Outline: The coverage code of the date of service decides
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | E0765          | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   | code_set_release |
        | 1           | <edit>  | <disposition> | <release>        |

      Examples:
        | day        | edit   | disposition      | release |
        | 2025-09-30 | COV080 | information      | 2025-07 |
        | 2025-10-01 | COV030 | line_item_denial | 2025-10 |
        | 2025-12-31 | COV030 | line_item_denial | 2025-10 |

    Scenario: Before the first release the coverage is not known, and that is said
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | E0765          | 1     | 2025-06-30      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |

    Scenario: After the last release the denial comes with a word on the age of the record
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | E0765          | 1     | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COD910  | not_checked      |
        | 1           | COV030  | line_item_denial |

  Rule: The edit is Medicare's (Social Security Act sec. 1862(a): no payment "under part A or part B")

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                         | coverage_code | code_added_date | statute |
        | A4252 | Blood ketone test or reagent strip, each | S             | 2008-01-01      | 1861(n) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4252          | 1     | 2025-10-01      |

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
      Given the partial release 2025-01 holds the code records:
        | code  | long_description        | coverage_code | code_added_date | statute |
        | A9154 | Artificial saliva, 1 ml | S             | 2025-04-01      | 1861(n) |
      And the partial release 2025-04 holds the code records:
        | code  | long_description        | coverage_code | code_added_date | statute |
        | A9154 | Artificial saliva, 1 ml | S             | 2025-04-01      | 1861(n) |
      And the partial release 2018-10 holds the code records:
        | code  | long_description              | coverage_code | code_added_date | statute |
        | V5170 | Hearing aid, cros, in the ear | S             | 1982-01-01      | 1862A7  |
      And the partial release 2019-01 holds the code records:
        | code  | long_description              | coverage_code | code_added_date | termination_date | statute |
        | V5170 | Hearing aid, cros, in the ear | S             | 1982-01-01      | 2018-12-31       | 1862A7  |
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
        | A9154 | 2025-03-31 | COD020 | return_to_provider |
        | A9154 | 2025-04-01 | COV030 | line_item_denial   |
        | V5170 | 2018-12-31 | COV030 | line_item_denial   |
        | V5170 | 2019-01-01 | COD030 | return_to_provider |
