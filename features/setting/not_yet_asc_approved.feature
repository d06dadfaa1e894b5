@SET020
Feature: Code is not yet approved for ambulatory surgical centers
  A code can be valid long before Medicare approves it for ambulatory surgical centers. A center that bills it for an earlier
  date is denied, or finds that the product was part of the procedure's payment.

  Rule: Field 18 of the record bears the date on which the code was assigned to the payment group for ambulatory surgical centers (HCPCS Contractor Record - 2026, field 18)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description              | code_added_date | asc_payment_group | asc_effective_date |
        | Q4257 | Relese, per square centimeter | 2022-04-01      | YY                | 2026-01-01         |
      And the payer is medicare
      And the place of service is 24

    Scenario: A center bills a code the day before its approval
      Given the billing taxonomy is 261QA1903X
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-31      |
        | Q4257          | 20    | 2025-12-31      |
      When the claim is checked
      Then line 2 has finding SET020
        | field            | value |
        | title            | Code is not yet approved for ambulatory surgical centers |
        | disposition      | advisory |
        | message          | Q4257 is approved for ambulatory surgical centers from 2026-01-01; the date of service is 2025-12-31. |
        | fix              | Look Q4257 up in Medicare's ASC addenda AA and BB for the quarter before billing it for this date. |
        | evidence         | place_of_service=24, asc_biller=yes, asc_payment_group=YY, date_of_service=2025-12-31, asc_effective_date=2026-01-01 |
        | remittance       | CO 8 N95 |
        | code_set_release | 2025-10 |
        | authority        | HCPCS Contractor Record - 2026 (CMS RIF report, as of 11/12/2025), field 18, HCPCS ASC Payment Group Effective Date; 42 CFR 416.166, Covered surgical procedures (ASC), (a), (b)(1) until 2020, (b)(2) from 2021 |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | SET020  | advisory    |

    Scenario Outline: On the day of its approval and after it the code passes
      Given the bundled code records
      And the billing taxonomy is 261QA1903X
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
        | Q4257          | 20    | <day>           |
      When the claim is checked
      Then the claim is clean
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |

      Examples:
        | day        |
        | 2026-01-01 |
        | 2026-01-02 |
        | 2026-03-31 |

    Scenario Outline: Every day before the approval is too early, however long before
      Given the billing taxonomy is 261QA1903X
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
        | Q4257          | 20    | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | SET020  | advisory    |

      Examples:
        | day        |
        | 2025-10-01 |
        | 2025-12-30 |
        | 2025-12-31 |

  Rule: What a center may bill is asked of a center: place of service 24, and a biller that is one or may be one (42 CFR 416.166(a))

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                      | code_added_date | asc_payment_group | asc_effective_date |
        | Q4257 | Relese, per square centimeter                                         | 2022-04-01      | YY                | 2026-01-01         |
        | A0428 | Ambulance service, basic life support, non-emergency transport, (bls) | 2001-01-01      | YY                | 2026-01-01         |
      And the payer is medicare

    Scenario Outline: Only place of service 24 is a center's
      Given the billing taxonomy is 261QA1903X
      And the place of service is <place>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-31      |
        | Q4257          | 20    | 2025-12-31      |
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
        | 15271          | 1     | 2025-12-31      |
        | Q4257          | 20    | 2025-12-31      |
      When the claim is checked
      Then there are no findings

    Scenario: The line's own place of service comes before the claim's
      Given the billing taxonomy is 261QA1903X
      And the place of service is 11
      And the claim lines:
        | procedure_code | place_of_service | units | date_of_service |
        | 15271          |                  | 1     | 2025-12-31      |
        | Q4257          |                  | 10    | 2025-12-31      |
        | Q4257          | 24               | 12    | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 3           | SET020  | advisory    |

    Scenario Outline: A biller with the taxonomy of a center, or a line with SG, is a center's
      Given the billing taxonomy is <taxonomy>
      And the place of service is 24
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | 15271          |             | 1     | 2025-12-31      |
        | Q4257          | <modifiers> | 20    | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                                                                                                             |
        | 2           | SET020  | advisory    | place_of_service=24, asc_biller=yes, asc_payment_group=YY, date_of_service=2025-12-31, asc_effective_date=2026-01-01 |

      Examples:
        | taxonomy   | modifiers |
        | 261QA1903X |           |
        | 261QA1903X | SG        |
        | 207X00000X | SG        |
        | 207X00000X | RT SG     |

    Scenario: Without a taxonomy SG says that it is a center
      Given the place of service is 24
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2025-12-31      |
        | Q4257          | SG        | 20    | 2025-12-31      |
      When the claim is checked
      Then line 2 has finding SET020
        | field    | value |
        | evidence | place_of_service=24, asc_biller=yes, asc_payment_group=YY, date_of_service=2025-12-31, asc_effective_date=2026-01-01 |

    Scenario: Without taxonomy and SG the biller may be a center
      Given the place of service is 24
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-31      |
        | Q4257          | 20    | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                                                                                                                 |
        | 2           | SET020  | advisory    | place_of_service=24, asc_biller=unknown, asc_payment_group=YY, date_of_service=2025-12-31, asc_effective_date=2026-01-01 |

    Scenario: A surgeon's own claim for a service in a center is not the center's
      Given the billing taxonomy is 207X00000X
      And the place of service is 24
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-31      |
        | Q4257          | 20    | 2025-12-31      |
      When the claim is checked
      Then there are no findings

    Scenario: SG as the first modifier of an ambulance line is the way from the scene to a dialysis facility
      Given the billing taxonomy is 3416L0300X
      And the place of service is 24
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A0428          | SG        | 1     | 2025-12-31      |
        | A0428          | SH SG     | 2     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | SET020  | advisory    |

  Rule: "Effective for services furnished on or after January 1, 2008" (42 CFR 416.166(a))

    Background:
      Given the partial release 2007-10 holds the code records:
        | code  | long_description               | code_added_date | asc_payment_group | asc_effective_date |
        | J1750 | Injection, iron dextran, 50 mg | 2005-12-31      | YY                | 2009-01-01         |
      And the partial release 2008-01 holds the code records:
        | code  | long_description               | code_added_date | asc_payment_group | asc_effective_date |
        | J1750 | Injection, iron dextran, 50 mg | 2005-12-31      | YY                | 2009-01-01         |
      And the partial release 2008-10 holds the code records:
        | code  | long_description               | code_added_date | asc_payment_group | asc_effective_date |
        | J1750 | Injection, iron dextran, 50 mg | 2005-12-31      | YY                | 2009-01-01         |
      And the partial release 2009-01 holds the code records:
        | code  | long_description               | code_added_date | asc_payment_group | asc_effective_date |
        | J1750 | Injection, iron dextran, 50 mg | 2005-12-31      | YY                | 2009-01-01         |
      And the payer is medicare
      And the billing taxonomy is 261QA1903X
      And the place of service is 24

    Scenario Outline: Until 2007-12-31, and from the day of approval, the date is not pointed out
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | J1750          | 2     | <day>           |
      When the claim is checked
      Then there are no findings

      Examples:
        | day        |
        | 2007-12-31 |
        | 2009-01-01 |

    Scenario Outline: From 2008-01-01 to the day before approval the date is pointed out
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | J1750          | 2     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | SET020  | advisory    |

      Examples:
        | day        |
        | 2008-01-01 |
        | 2008-12-31 |

  Rule: Only a record with a payment group bears a date of approval, and only for its release (HCPCS Contractor Record - 2026, fields 17 and 18)

    Background:
      Given the payer is medicare
      And the billing taxonomy is 261QA1903X
      And the place of service is 24

    Scenario: Without a payment group the blank is what counts, whatever the date beside it
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                 | code_added_date | asc_payment_group | asc_effective_date |
        | Q4390 | Ascendion, per square centimeter | 2025-10-01      |                   | 2026-01-01         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-31      |
        | Q4390          | 20    | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | SET015  | advisory    |

    Scenario: A later release's date of approval is not read back into an earlier quarter
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-31      |
        | Q4257          | 20    | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD900  | not_checked |

    Scenario: On the first day of the bundled release its code is approved
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 20    | 2026-01-01      |
      When the claim is checked
      Then the claim is clean

    Scenario: Past its quarter the release still speaks, with a word on its age
      Given the partial release 2025-07 holds the code records:
        | code  | long_description              | code_added_date | asc_payment_group | asc_effective_date |
        | Q4257 | Relese, per square centimeter | 2022-04-01      | YY                | 2026-01-01         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-10-01      |
        | Q4257          | 20    | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD910  | not_checked |
        | 2           | SET020  | advisory    |

  Rule: The edit is Medicare's (42 CFR part 416: payment to centers by Medicare)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description              | code_added_date | asc_payment_group | asc_effective_date |
        | Q4257 | Relese, per square centimeter | 2022-04-01      | YY                | 2026-01-01         |
      And the billing taxonomy is 261QA1903X
      And the place of service is 24
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-31      |
        | Q4257          | 20    | 2025-12-31      |

    Scenario Outline: Other payers' approvals are their own
      Given the payer is <payer>
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated the date is not looked at, and that is said
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

  Rule: The setting is not judged where the code itself was not valid (45 CFR 162.1000)

    Background:
      Given the partial release 2025-07 holds the code records:
        | code  | long_description                 | code_added_date | asc_payment_group | asc_effective_date |
        | Q4390 | Ascendion, per square centimeter | 2025-10-01      | YY                | 2026-04-01         |
      And the partial release 2025-10 holds the code records:
        | code  | long_description                  | code_added_date | asc_payment_group | asc_effective_date |
        | Q4106 | Dermagraft, per square centimeter | 2009-01-01      | YY                | 2026-04-01         |
        | Q4390 | Ascendion, per square centimeter  | 2025-10-01      | YY                | 2026-04-01         |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                  | code_added_date | termination_date | asc_payment_group | asc_effective_date |
        | Q4106 | Dermagraft, per square centimeter | 2009-01-01      | 2025-12-31       | YY                | 2026-04-01         |
      And the payer is medicare
      And the billing taxonomy is 261QA1903X
      And the place of service is 24

    Scenario Outline: The date is pointed out from the code's first day to its last
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 20    | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | Q4390 | 2025-09-30 | COD020 | return_to_provider |
        | Q4390 | 2025-10-01 | SET020 | advisory           |
        | Q4106 | 2025-12-31 | SET020 | advisory           |
        | Q4106 | 2026-01-01 | COD030 | return_to_provider |

  Rule: The group that says approved is YY, and none that is not known

    Scenario: A payment group that is not known says nothing of its first day
      Given the library "files/hcpcs_2026-01_partial.csv"
      And the payer is medicare
      And the place of service is 24
      And the billing taxonomy is 261QA1903X
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4649          | 1     | 2026-01-15      |
      When the claim is checked
      Then SET020 is not checked on line 1 because asc_payment_group is not known
