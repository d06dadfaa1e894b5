@COV050
Feature: Liability modifier does not fit a statutory exclusion
  GA and GZ say that Medicare may find a service not necessary. What the law excludes is never paid, necessary or not; with
  the wrong modifier the denial falls on the provider, or the patient's notice turns out to be worth nothing.

  Rule: "Advanced Beneficiary Notices (ABNs) are not acceptable for statutory exclusions" (Palmetto GBA, GZ and GY HCPCS Modifier Use, Modifier GY)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                         | coverage_code | code_added_date | statute |
        | A4252 | Blood ketone test or reagent strip, each | S             | 2008-01-01      | 1861(n) |

    Scenario: GA on a code that the law excludes is the wrong modifier
      Given the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A4252          | GA        | 1     | 2025-10-01      |
      When the claim is checked
      Then line 1 has finding COV050
        | field            | value |
        | title            | Liability modifier does not fit a statutory exclusion |
        | disposition      | advisory |
        | message          | A4252 is excluded by statute (coverage code S); GA and GZ speak of medical necessity. |
        | fix              | Replace GA or GZ with GY; add GX if the patient signed a voluntary notice. |
        | evidence         | coverage_code=S, modifiers=GA |
        | remittance       | CO 4 N823 |
        | code_set_release | 2025-10 |
        | authority        | CMS MLN Matters MM6563 / CR 6563, Billing for Services Related to Voluntary Uses of ABNs (effective 2010-04-01), GA modifier; GX modifier; Palmetto GBA JM Part B, GZ and GY HCPCS Modifier Use, Modifier GY; CMS Transmittal 2148, CR 7228 (2011-02-04), Auto Denial of Claim Line(s) Items Submitted With a GZ Modifier, Summary of changes |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV050  | advisory    |

    Scenario Outline: GA and GZ are each wrong, in every place and beside other modifiers
      Given the payer is medicare
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A4252          | <modifiers> | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                               |
        | 1           | COV050  | advisory    | coverage_code=S, modifiers=<modifiers> |

      Examples:
        | modifiers   |
        | GA          |
        | GZ          |
        | NU GA       |
        | NU RT KX GZ |

    Scenario: The right modifier beside the wrong one does not mend it
      Given the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A4252          | GA GY     | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV040  | advisory    |
        | 1           | COV050  | advisory    |

    Scenario: GA and GZ together are wrong twice
      Given the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A4252          | GA GZ     | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COV050  | advisory           |
        | 1           | COV060  | return_to_provider |

    Scenario: A voluntary notice, GX, fits
      Given the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A4252          | GX        | 1     | 2025-10-01      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: GY, or no liability modifier at all, is judged by other edits
      Given the payer is medicare
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A4252          | <modifiers> | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | modifiers | edit   | disposition      |
        | GY        | COV040 | advisory         |
        | GX GY     | COV040 | advisory         |
        | KX        | COV030 | line_item_denial |
        |           | COV030 | line_item_denial |

    Scenario Outline: Professional, institutional and equipment claims are judged alike
      Given the payer is medicare
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A4252          | GZ        | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV050  | advisory    |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

  Rule: Where the law excludes nothing, necessity may be in doubt (HCPCS Contractor Record - 2026, field 16)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                                  | coverage_code |
        | A6530 | Gradient compression stocking, below knee, 18-30 mmhg, each                       | C             |
        | A4218 | Sterile saline or water, metered dose dispenser, 10 ml                            | D             |
        | G9919 | Screening performed and positive and provision of recommendations                 | I             |
        | A9270 | Non-covered item or service                                                       | M             |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |               |
      And the payer is medicare

    Scenario Outline: GA and GZ fit a code of any other coverage code, or of none
      Given the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | <code>         | <modifier> | 1     | 2025-10-01      |
      When the claim is checked
      Then the claim is clean

      Examples:
        | code  | modifier |
        | A6530 | GA       |
        | A6530 | GZ       |
        | A4218 | GA       |
        | A4218 | GZ       |
        | G9919 | GA       |
        | G9919 | GZ       |
        | A9270 | GA       |
        | A9270 | GZ       |
        | Q4226 | GA       |
        | Q4226 | GZ       |
        | 99213 | GA       |

  Rule: The coverage code is true for its release alone (HCPCS Contractor Record - 2026; E0765 became excluded on 2025-10-01)

    Background:
      Given the partial release 2025-07 holds the code records:
        | code  | long_description                                                                                | coverage_code | code_added_date |
        | E0765 | Fda approved nerve stimulator, with replaceable batteries, for treatment of nausea and vomiting | C             | 2001-01-01      |
      And the partial release 2025-10 holds the code records:
        | code  | long_description                                                    | coverage_code | code_added_date | statute |
        | E0765 | Fda approved nerve stimulator, for treatment of nausea and vomiting | S             | 2001-01-01      | 1861(n) |
      And the payer is medicare

    Scenario Outline: The coverage code of the date of service decides whether GA fits
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | E0765          | GA        | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | day        | edit   | disposition |
        | 2025-06-30 | COD900 | not_checked |
        | 2025-09-30 | COV080 | information |
        | 2025-10-01 | COV050 | advisory    |
        | 2025-12-31 | COV050 | advisory    |

  Rule: The edit is Medicare's (MM6563: liability notices of the Medicare program)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                         | coverage_code | code_added_date | statute |
        | A4252 | Blood ketone test or reagent strip, each | S             | 2008-01-01      | 1861(n) |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A4252          | GA        | 1     | 2025-10-01      |

    Scenario Outline: Other payers' notices are not judged
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

    Scenario Outline: The modifier is judged from the code's first day to its last
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | GA        | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | A9154 | 2025-03-31 | COD020 | return_to_provider |
        | A9154 | 2025-04-01 | COV050 | advisory           |
        | V5170 | 2018-12-31 | COV050 | advisory           |
        | V5170 | 2019-01-01 | COD030 | return_to_provider |
