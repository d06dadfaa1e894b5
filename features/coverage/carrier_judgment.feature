@COV080
Feature: Coverage is for the contractor to judge
  For most codes no national rule says whether Medicare pays; the contractor of the region decides, by a local policy or case
  by case. Nothing is wrong with the line; but a policy that was not looked up is a denial that could have been foreseen.

  Rule: Coverage code C means "Carrier judgment" (HCPCS Contractor Record - 2026, field 16); without a local or national policy "reasonable and necessary guidelines still apply" (First Coast, medical policy pages)

    Scenario: A code whose coverage the contractor judges is pointed out
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 20    | 2026-01-01      |
      When the claim is checked
      Then line 2 has finding COV080
        | field            | value |
        | title            | Coverage is for the contractor to judge |
        | disposition      | information |
        | message          | Whether Q4257 is covered is for the Medicare contractor to judge (coverage code C). |
        | fix              | Look up the contractor's local coverage policy. |
        | evidence         | coverage_code=C |
        | remittance       | none |
        | code_set_release | 2026-01 |
        | authority        | HCPCS Contractor Record - 2026 (CMS RIF report, as of 11/12/2025), field 16, code C; First Coast Service Options (MAC), medical policy pages, coverage without an LCD or NCD |
      And the claim is clean
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |

    Scenario: Each line is pointed out, and the claim is clean all the same
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 20    | 2026-01-01      |
        | Q4390          | 4     | 2026-01-01      |
      When the claim is checked
      Then the claim is clean
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |
        | 3           | COV080  | information |

    Scenario Outline: Professional, institutional and equipment claims get the same information
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                            | coverage_code | code_added_date |
        | A6530 | Gradient compression stocking, below knee, 18-30 mmhg, each | C             | 2006-01-01      |
      And the payer is medicare
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A6530          | 2     | 2025-10-01      |
      When the claim is checked
      Then the claim is clean
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV080  | information |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

    Scenario Outline: Modifiers change nothing
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                            | coverage_code | code_added_date |
        | A6530 | Gradient compression stocking, below knee, 18-30 mmhg, each | C             | 2006-01-01      |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A6530          | <modifiers> | 2     | 2025-10-01      |
      When the claim is checked
      Then the claim is clean
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV080  | information |

      Examples:
        | modifiers |
        | NU        |
        | GA        |
        | GX        |
        | GZ        |

    Scenario: A line billed as non-covered gets the information beside the advice
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                            | coverage_code | code_added_date |
        | A6530 | Gradient compression stocking, below knee, 18-30 mmhg, each | C             | 2006-01-01      |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A6530          | GY        | 2     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COV080  | information |
        | 1           | COV090  | advisory    |

    Scenario Outline: Any other coverage code, or none, is no matter of this edit
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                                  | coverage_code |
        | A4218 | Sterile saline or water, metered dose dispenser, 10 ml                            | D             |
        | G9919 | Screening performed and positive and provision of recommendations                 | I             |
        | A9270 | Non-covered item or service                                                       | M             |
        | A4252 | Blood ketone test or reagent strip, each                                          | S             |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |               |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2025-10-01      |
      When the claim is checked
      Then line 1 has no finding COV080

      Examples:
        | code  |
        | A4218 |
        | G9919 |
        | A9270 |
        | A4252 |
        | Q4226 |
        | 99213 |

  Rule: The coverage code is true for its release alone (HCPCS Contractor Record - 2026; E0765 became excluded on 2025-10-01)

    Scenario: Before the first release the coverage is not known, and that is said
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-31      |
        | Q4257          | 20    | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD900  | not_checked |

    Scenario: On the last day of the release's quarter the information is given
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-03-31      |
        | Q4257          | 20    | 2026-03-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |

    Scenario: After the quarter the information comes with a word on the age of the record
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-04-01      |
        | Q4257          | 20    | 2026-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD910  | not_checked |
        | 2           | COV080  | information |

    Scenario Outline: The coverage code of the date of service decides
      Given the partial release 2025-07 holds the code records:
        | code  | long_description                                                                                | coverage_code | code_added_date |
        | E0765 | Fda approved nerve stimulator, with replaceable batteries, for treatment of nausea and vomiting | C             | 2001-01-01      |
      And the partial release 2025-10 holds the code records:
        | code  | long_description                                                    | coverage_code | code_added_date | statute |
        | E0765 | Fda approved nerve stimulator, for treatment of nausea and vomiting | S             | 2001-01-01      | 1861(n) |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | E0765          | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   | code_set_release |
        | 1           | <edit>  | <disposition> | <release>        |

      Examples:
        | day        | edit   | disposition      | release |
        | 2025-07-01 | COV080 | information      | 2025-07 |
        | 2025-09-30 | COV080 | information      | 2025-07 |
        | 2025-10-01 | COV030 | line_item_denial | 2025-10 |

  Rule: The judgment is a Medicare contractor's (HCPCS Contractor Record - 2026, field 16: Medicare coverage status)

    Scenario Outline: Other payers' claims get no such information
      Given the bundled code records
      And the payer is <payer>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 20    | 2026-01-01      |
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated the coverage is not looked at, and that is said
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 20    | 2026-01-01      |
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
        | Q0249 | 2021-06-23 | COD020 | return_to_provider |
        | Q0249 | 2021-06-24 | COV080 | information        |
        | Q0244 | 2024-12-12 | COV080 | information        |
        | Q0244 | 2024-12-13 | COD030 | return_to_provider |
