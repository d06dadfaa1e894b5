@SET015
Feature: Code has no ambulatory surgical center payment group
  An ambulatory surgical center is paid for what is on Medicare's lists for such centers. A code whose record bears no
  payment group may be missing from them; what is on no list is not paid, and the center has bought the product for nothing.

  Rule: "YY" says that a procedure is approved for ambulatory surgical centers, and "BLANK = Not Approved For ASC" (HCPCS Contractor Record - 2026, field 17)

    Scenario: A center bills a code whose record bears no payment group
      Given the bundled code records
      And the payer is medicare
      And the billing taxonomy is 261QA1903X
      And the place of service is 24
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4390          | 20    | 2026-01-01      |
      When the claim is checked
      Then line 2 has finding SET015
        | field            | value |
        | title            | Code has no ambulatory surgical center payment group |
        | disposition      | advisory |
        | message          | The record of Q4390 bears no payment group for an ambulatory surgical center (release 2026-01). |
        | fix              | Look Q4390 up in Medicare's ASC addenda AA and BB for the quarter; the record alone does not decide. |
        | evidence         | place_of_service=24, asc_biller=yes, asc_listed=unknown, asc_payment_group=none |
        | remittance       | none |
        | code_set_release | 2026-01 |
        | authority        | HCPCS Contractor Record - 2026 (CMS RIF report, as of 11/12/2025), field 17, HCPCS ASC Payment Group Code; 42 CFR 416.166, Covered surgical procedures (ASC), (a), (b)(1) until 2020, (b)(2) from 2021; 42 CFR 416.164, Scope of ASC services, (a)(5), covered ancillary skin substitute supplies; (b) |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |
        | 2           | SET015  | advisory    |

    Scenario: A code whose record bears a payment group passes
      Given the bundled code records
      And the payer is medicare
      And the billing taxonomy is 261QA1903X
      And the place of service is 24
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 20    | 2026-01-01      |
      When the claim is checked
      Then the claim is clean
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |

    Scenario: A CPT code has no record here whose payment group could be missing
      Given the bundled code records
      And the payer is medicare
      And the billing taxonomy is 261QA1903X
      And the place of service is 24
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
      When the claim is checked
      Then there are no findings

  Rule: What a center may bill is asked of a center: place of service 24, and a biller that is one or may be one (42 CFR 416.166(a))

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                      | code_added_date |
        | L8699 | Prosthetic implant, not otherwise specified                           | 1998-01-01      |
        | A0428 | Ambulance service, basic life support, non-emergency transport, (bls) | 2001-01-01      |
      And the payer is medicare

    Scenario Outline: Only place of service 24 is a center's
      Given the billing taxonomy is 261QA1903X
      And the place of service is <place>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | L8699          | 1     | 2025-10-01      |
      When the claim is checked
      Then there are no findings

      Examples: office, off-campus and on-campus outpatient hospital, inpatient hospital, emergency room, birthing center
        | place |
        | 11    |
        | 19    |
        | 22    |
        | 21    |
        | 23    |
        | 25    |

    Scenario: Without a place of service nothing says that it was a center
      Given the billing taxonomy is 261QA1903X
      And the claim lines:
        | procedure_code | units | date_of_service |
        | L8699          | 1     | 2025-10-01      |
      When the claim is checked
      Then there are no findings

    Scenario: The line's own place of service comes before the claim's
      Given the billing taxonomy is 261QA1903X
      And the place of service is 24
      And the claim lines:
        | procedure_code | place_of_service | units | date_of_service |
        | L8699          | 11               | 1     | 2025-10-01      |
        | L8699          |                  | 2     | 2025-10-01      |
        | L8699          | 24               | 3     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | SET015  | advisory    |
        | 3           | SET015  | advisory    |

    Scenario Outline: A biller with the taxonomy of a center, or a line with SG, is a center's
      Given the billing taxonomy is <taxonomy>
      And the place of service is 24
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | L8699          | <modifiers> | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                                                                        |
        | 1           | SET015  | advisory    | place_of_service=24, asc_biller=yes, asc_listed=unknown, asc_payment_group=none |

      Examples:
        | taxonomy   | modifiers |
        | 261QA1903X |           |
        | 261QA1903X | RT        |
        | 261QA1903X | SG        |
        | 207X00000X | SG        |
        | 207X00000X | RT SG     |

    Scenario: Without a taxonomy SG says that it is a center
      Given the place of service is 24
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | L8699          | SG        | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                                                                        |
        | 1           | SET015  | advisory    | place_of_service=24, asc_biller=yes, asc_listed=unknown, asc_payment_group=none |

    Scenario Outline: Without taxonomy and SG the biller may be a center
      Given the place of service is 24
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | L8699          | <modifiers> | 1     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                                                                            |
        | 1           | SET015  | advisory    | place_of_service=24, asc_biller=unknown, asc_listed=unknown, asc_payment_group=none |

      Examples:
        | modifiers |
        |           |
        | RT        |

    Scenario: A surgeon's own claim for a service in a center is not the center's
      Given the billing taxonomy is 207X00000X
      And the place of service is 24
      And the claim lines:
        | procedure_code | units | date_of_service |
        | L8699          | 1     | 2025-10-01      |
      When the claim is checked
      Then there are no findings

    Scenario: SG as the first modifier of an ambulance line is the way from the scene to a dialysis facility
      Given the billing taxonomy is 3416L0300X
      And the place of service is 24
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A0428          | SG        | 1     | 2025-10-01      |
        | A0428          | SH SG     | 2     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | SET015  | advisory    |

  Rule: "Effective for services furnished on or after January 1, 2008" (42 CFR 416.166(a))

    Background:
      Given the partial release 2007-10 holds the code records:
        | code  | long_description                            | code_added_date |
        | L8699 | Prosthetic implant, not otherwise specified | 1998-01-01      |
      And the partial release 2008-01 holds the code records:
        | code  | long_description                            | code_added_date |
        | L8699 | Prosthetic implant, not otherwise specified | 1998-01-01      |
      And the payer is medicare
      And the billing taxonomy is 261QA1903X
      And the place of service is 24

    Scenario: Until 2007-12-31 the payment group is not asked for
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | L8699          | 1     | 2007-12-31      |
      When the claim is checked
      Then there are no findings

    Scenario: From 2008-01-01 the payment group is asked for
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | L8699          | 1     | 2008-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | SET015  | advisory    |

  Rule: The payment group is true for its release alone (HCPCS Contractor Record - 2026, fields 17 and 18)

    Background:
      Given the billing taxonomy is 261QA1903X
      And the place of service is 24
      And the payer is medicare

    Scenario Outline: The payment group of the date of service decides
      Given the partial release 2025-10 holds the code records:
        | code  | long_description              | code_added_date |
        | Q4257 | Relese, per square centimeter | 2022-04-01      |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                            | code_added_date | asc_payment_group | asc_effective_date |
        | Q4390 | Ascendion, per square centimeter (add-on, list separately in addition to primary procedure) | 2025-10-01      |                   |                    |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
        | <code>         | 20    | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | code_set_release |
        | 2           | SET015  | advisory    | <release>        |

      Examples: the first and the last day of a release's quarter
        | code  | day        | release |
        | Q4257 | 2025-10-01 | 2025-10 |
        | Q4257 | 2025-12-31 | 2025-10 |
        | Q4390 | 2026-01-01 | 2026-01 |
        | Q4390 | 2026-03-31 | 2026-01 |

    Scenario: On the first day of the release that gives a payment group the code passes
      Given the partial release 2025-10 holds the code records:
        | code  | long_description              | code_added_date |
        | Q4257 | Relese, per square centimeter | 2022-04-01      |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                         | code_added_date | asc_payment_group | asc_effective_date |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure) | 2022-04-01      | YY                | 2026-01-01         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 20    | 2026-01-01      |
      When the claim is checked
      Then there are no findings

    Scenario: Before the first release the payment group is not known, and that is said
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-31      |
        | Q4390          | 20    | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD900  | not_checked |

    Scenario: After the quarter the advice comes with a word on the age of the record
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-04-01      |
        | Q4390          | 20    | 2026-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD910  | not_checked |
        | 2           | COV080  | information |
        | 2           | SET015  | advisory    |

  Rule: The edit is Medicare's (42 CFR part 416: payment to centers by Medicare)

    Background:
      Given the bundled code records
      And the billing taxonomy is 261QA1903X
      And the place of service is 24
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4390          | 20    | 2026-01-01      |

    Scenario Outline: Other payers' lists for centers are their own
      Given the payer is <payer>
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated the payment group is not looked at, and that is said
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

  Rule: The setting is not judged where the code itself was not valid (45 CFR 162.1000)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                  | code_added_date |
        | Q4106 | Dermagraft, per square centimeter | 2009-01-01      |
        | Q4398 | Summit ac, per square centimeter  | 2026-01-01      |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                  | code_added_date | termination_date |
        | Q4106 | Dermagraft, per square centimeter | 2009-01-01      | 2025-12-31       |
        | Q4398 | Summit ac, per square centimeter  | 2026-01-01      |                  |
      And the payer is medicare
      And the billing taxonomy is 261QA1903X
      And the place of service is 24

    Scenario Outline: The advice is given from the code's first day to its last
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 20    | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | Q4398 | 2025-12-31 | COD020 | return_to_provider |
        | Q4398 | 2026-01-01 | SET015 | advisory           |
        | Q4106 | 2025-12-31 | SET015 | advisory           |
        | Q4106 | 2026-01-01 | COD030 | return_to_provider |

  Rule: Where the Addenda speak, they are what counts, and not the record's blank group

    Scenario: A code that neither Addendum lists is denied by them, and its blank group adds nothing
      Given the partial release 2026-01 holds the code records:
        | code  | long_description |
        | A4649 | Item, each       |
      And ASC Addendum AA 2026-01 lists:
        | procedure_code |
        | 15271          |
      And ASC Addendum BB 2026-01 lists:
        | procedure_code |
        | Q4101          |
      And the payer is medicare
      And the place of service is 24
      And the billing taxonomy is 261QA1903X
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4649          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | SET010  | line_item_denial |
