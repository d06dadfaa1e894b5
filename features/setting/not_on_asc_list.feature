@SET010
Feature: Code is not on the list of ambulatory surgical centers
  Medicare pays a surgical center for what its addenda AA and BB list for the quarter, and for nothing else. A code on
  neither is denied, and the patient may not be billed for it.

  Rule: A service on neither addendum is denied to a surgical center with 8 / N95 (Pub. 100-04, ch. 14, sec. 60.2; 42 CFR 416.166 and 416.164(b): surgical procedures and ancillary services that CMS lists)

    Background:
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                         | asc_payment_group | asc_effective_date |
        | L8699 | Prosthetic implant, not otherwise specified                                              | YY                | 2008-01-01         |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure) | YY                | 2026-01-01         |
      And ASC Addendum AA 2026-01 lists:
        | procedure_code | payment_indicator |
        | 15271          | G2                |
        | 19357          | A2                |
      And ASC Addendum BB 2026-01 lists:
        | procedure_code | payment_indicator |
        | Q4257          | S2                |
      And the payer is medicare
      And the billing taxonomy is 261QA1903X
      And the place of service is 24

    Scenario: A center bills a code that is on neither addendum
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | L8699          | 1     | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding SET010
        | field            | value |
        | title            | Code is not on the list of ambulatory surgical centers |
        | disposition      | line_item_denial |
        | message          | L8699 is on neither of Medicare's lists for ambulatory surgical centers (addenda AA and BB) in the quarter of 2026-01-15. |
        | fix              | Look for a listed code for what was done; else do not bill L8699 to Medicare as the surgical center. A physician's own service is billed by the physician. |
        | evidence         | code_system=hcpcs_level_ii, place_of_service=24, asc_biller=yes, asc_listed=no |
        | remittance       | CO 8 N95 |
        | code_set_release | 2026-01 |
        | authority        | 42 CFR 416.166, Covered surgical procedures (ASC), (a), (b)(1) until 2020, (b)(2) from 2021; 42 CFR 416.164, Scope of ASC services, (a)(5), covered ancillary skin substitute supplies; (b); Medicare Claims Processing Manual, Pub. 100-04, ch. 14, sec. 60.2 (read in a copy), services not on the ASC payment files, billed by specialty 49: 8 / N95 |
      And the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | SET010  | line_item_denial |

    Scenario: A procedure of addendum AA and a product of addendum BB pass
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 20    | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: CPT codes are looked up as Level II codes are
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 19357          | 1     | 2026-01-15      |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | evidence                                                              |
        | 2           | SET010  | line_item_denial | code_system=cpt, place_of_service=24, asc_biller=yes, asc_listed=no |

      Examples:
        | code  |
        | 99213 |
        | 15777 |
        | 0071T |

    Scenario: A code that is denied to the center carries no product
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                        | asc_payment_group | asc_effective_date |
        | Q4226 | Test product, each (list separately in addition to 15275)               | YY                | 2008-01-01         |
      And ASC Addendum BB 2026-01 lists:
        | procedure_code | payment_indicator |
        | Q4226          | N1                |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15275          | 1     | 2026-01-15      |
        | Q4226          | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding SET010
      And line 2 has finding AOC020

  Rule: The addenda of a quarter speak for the dates of that quarter, and only both together say that a code is on neither (42 CFR 416.173: CMS publishes the lists for each quarter)

    Background:
      Given no code records
      And the payer is medicare
      And the billing taxonomy is 261QA1903X
      And the place of service is 24

    Scenario Outline: From the first day of the quarter to its last
      Given ASC Addendum AA 2026-01 lists:
        | procedure_code |
        | 15271          |
      And ASC Addendum BB 2026-01 lists:
        | procedure_code |
        | L8613          |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | <day>           |
      When the claim is checked
      Then line 1 has finding SET010

      Examples:
        | day        |
        | 2026-01-01 |
        | 2026-03-31 |

    Scenario Outline: The day before the quarter and the day after it cannot be judged
      Given ASC Addendum AA 2026-01 lists:
        | procedure_code |
        | 15271          |
      And ASC Addendum BB 2026-01 lists:
        | procedure_code |
        | L8613          |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | <day>           |
      When the claim is checked
      Then SET010 is not checked on line 1 because loaded, but not speaking of the code on <day>: the ASC payment tables (addenda AA and BB)

      Examples:
        | day        |
        | 2025-12-31 |
        | 2026-04-01 |

    Scenario Outline: With two quarters each day is judged by its own
      Given ASC Addendum AA 2025-10 lists:
        | procedure_code |
        | 15271          |
        | 19357          |
      And ASC Addendum BB 2025-10 lists:
        | procedure_code |
        | L8613          |
      And ASC Addendum AA 2026-01 lists:
        | procedure_code |
        | 15777          |
        | 19357          |
      And ASC Addendum BB 2026-01 lists:
        | procedure_code |
        | L8613          |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | <day>           |
      When the claim is checked
      Then line 1 <outcome> SET010

      Examples:
        | code  | day        | outcome        |
        | 19357 | 2025-12-31 | has no finding |
        | 19357 | 2026-01-01 | has no finding |
        | 15777 | 2025-12-31 | has finding    |
        | 15777 | 2026-01-01 | has no finding |
        | 11042 | 2025-12-31 | has finding    |
        | 11042 | 2026-01-01 | has finding    |

    Scenario Outline: A code dropped from the list is denied from the first day of the new quarter
      Given ASC Addendum AA 2025-10 lists:
        | procedure_code |
        | 19357          |
      And ASC Addendum BB 2025-10 lists:
        | procedure_code |
        | L8613          |
      And ASC Addendum AA 2026-01 lists:
        | procedure_code |
        | 19350          |
      And ASC Addendum BB 2026-01 lists:
        | procedure_code |
        | L8613          |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 19357          | 1     | <day>           |
      When the claim is checked
      Then line 1 <outcome> SET010

      Examples:
        | day        | outcome        |
        | 2025-12-31 | has no finding |
        | 2026-01-01 | has finding    |

    Scenario Outline: Addendum <addendum> alone does not say that a code is on neither
      Given ASC Addendum <addendum> 2026-01 lists:
        | procedure_code |
        | 19357          |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 19357          | 1     | 2026-01-15      |
        | 99213          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | addendum |
        | AA       |
        | BB       |

    Scenario Outline: Addenda of two quarters are not the two of one
      Given ASC Addendum AA 2026-01 lists:
        | procedure_code |
        | 19357          |
      And ASC Addendum BB 2025-10 lists:
        | procedure_code |
        | L8613          |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | <day>           |
      When the claim is checked
      Then there are no findings

      Examples:
        | day        |
        | 2025-12-31 |
        | 2026-01-01 |

    Scenario: Without addenda nothing is said
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: A line that spans quarters is judged by its first day
      Given ASC Addendum AA 2026-01 lists:
        | procedure_code |
        | 19357          |
      And ASC Addendum BB 2026-01 lists:
        | procedure_code |
        | L8613          |
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | 99213          | 1     | 2026-03-31      | 2026-04-01          |
        | 99213          | 1     | 2025-12-31      | 2026-01-01          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | SET010  | line_item_denial |

  Rule: "Effective for services furnished on or after January 1, 2008" (42 CFR 416.166(a))

    Background:
      Given no code records
      And ASC Addendum AA 2007-10 lists:
        | procedure_code |
        | 19357          |
      And ASC Addendum BB 2007-10 lists:
        | procedure_code |
        | L8613          |
      And ASC Addendum AA 2008-01 lists:
        | procedure_code |
        | 19357          |
      And ASC Addendum BB 2008-01 lists:
        | procedure_code |
        | L8613          |
      And the payer is medicare
      And the billing taxonomy is 261QA1903X
      And the place of service is 24

    Scenario: Until 2007-12-31 the lists are not asked
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | 2007-12-31      |
      When the claim is checked
      Then there are no findings

    Scenario: From 2008-01-01 the lists are asked
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | 2008-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | SET010  | line_item_denial |

  Rule: The lists are for what a surgical center bills: place of service 24, and a biller known to be one (42 CFR 416.166(a); Pub. 100-04, ch. 14, sec. 60.2: specialty 49)

    Background:
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                      | asc_payment_group | asc_effective_date |
        | A0428 | Ambulance service, basic life support, non-emergency transport, (bls) | YY                | 2008-01-01         |
      And ASC Addendum AA 2026-01 lists:
        | procedure_code |
        | 19357          |
      And ASC Addendum BB 2026-01 lists:
        | procedure_code |
        | L8613          |
      And the payer is medicare

    Scenario Outline: Place of service <place> is no center's
      Given the billing taxonomy is 261QA1903X
      And the place of service is <place>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | place |
        | 11    |
        | 12    |
        | 19    |
        | 21    |
        | 22    |
        | 23    |
        | 25    |

    Scenario: Without a place of service nothing says that it was a center
      Given the billing taxonomy is 261QA1903X
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: The line's own place of service comes before the claim's
      Given the billing taxonomy is 261QA1903X
      And the place of service is 24
      And the claim lines:
        | procedure_code | place_of_service | units | date_of_service |
        | 99213          | 11               | 1     | 2026-01-15      |
        | 99214          |                  | 1     | 2026-01-15      |
        | 99215          | 24               | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | SET010  | line_item_denial |
        | 3           | SET010  | line_item_denial |

    Scenario Outline: A biller with the taxonomy of a center, or a line with SG, is a center's
      Given the billing taxonomy is <taxonomy>
      And the place of service is 24
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | 99213          | <modifiers> | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | SET010  | line_item_denial |

      Examples:
        | taxonomy   | modifiers |
        | 261QA1903X |           |
        | 261QA1903X | RT        |
        | 261QA1903X | GY        |
        | 207X00000X | SG        |
        | 207X00000X | RT SG     |

    Scenario: Without a taxonomy SG says that it is a center
      Given the place of service is 24
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | SG        | 1     | 2026-01-15      |
        | 99214          |           | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | SET010  | line_item_denial |

    Scenario Outline: A biller of another taxonomy, or of none that is known, is not denied
      Given the billing taxonomy is <taxonomy>
      And the place of service is 24
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples: a surgeon, a radiologist, a laboratory, nothing
        | taxonomy   |
        | 207X00000X |
        | 2085R0202X |
        | 291U00000X |
        | ""         |

    Scenario: SG as the first modifier of an ambulance line is a way, not a center
      Given the billing taxonomy is 3416L0300X
      And the place of service is 24
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A0428          | SG        | 1     | 2026-01-15      |
        | A0428          | SH SG     | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | SET010  | line_item_denial |

    Scenario Outline: A <claim_type> claim of a center is judged alike
      Given the claim type is <claim_type>
      And the billing taxonomy is 261QA1903X
      And the place of service is 24
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | SET010  | line_item_denial |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

    Scenario: A revenue code without a procedure code is on no list
      Given the claim type is institutional
      And the billing taxonomy is 261QA1903X
      And the place of service is 24
      And the claim lines:
        | revenue_code | units | date_of_service |
        | 0490         | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: Codes that the lists do not speak of are not looked up
      Given the claim type is institutional
      And the billing taxonomy is 261QA1903X
      And the place of service is 24
      And the claim lines:
        | revenue_code | procedure_code | code_qualifier | units | date_of_service |
        | 0490         | <code>         | <qualifier>    | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  | qualifier |
        | 1AA11 | HP        |
        | Z0010 | ER        |

  Rule: The lists are Medicare's (42 CFR part 416: payment to centers by Medicare)

    Background:
      Given no code records
      And ASC Addendum AA 2026-01 lists:
        | procedure_code |
        | 19357          |
      And ASC Addendum BB 2026-01 lists:
        | procedure_code |
        | L8613          |
      And the billing taxonomy is 261QA1903X
      And the place of service is 24
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | 2026-01-15      |

    Scenario Outline: Other payers' lists for centers are their own
      Given the payer is <payer>
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated the lists are not asked, and that is said
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

  Rule: The setting is not judged where the code itself was not valid (45 CFR 162.1000)

    Background:
      Given the complete release 2026-01 holds the code records:
        | code  | code_added_date | termination_date | asc_payment_group | asc_effective_date |
        | L8699 | 2026-01-10      | 2026-01-20       | YY                | 2008-01-01         |
      And ASC Addendum AA 2026-01 lists:
        | procedure_code |
        | 19357          |
      And ASC Addendum BB 2026-01 lists:
        | procedure_code |
        | L8613          |
      And the payer is medicare
      And the billing taxonomy is 261QA1903X
      And the place of service is 24

    Scenario Outline: The lists are asked from the code's first day to its last
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | L8699 | 2026-01-09 | COD020 | return_to_provider |
        | L8699 | 2026-01-10 | SET010 | line_item_denial   |
        | L8699 | 2026-01-20 | SET010 | line_item_denial   |
        | L8699 | 2026-01-21 | COD030 | return_to_provider |
        | L8698 | 2026-01-15 | COD010 | return_to_provider |
        | B0000 | 2026-01-15 | COD010 | return_to_provider |
        | X0000 | 2026-01-15 | COD005 | return_to_provider |

  Rule: A dental code is on the list or not like every other

    Scenario: A dental code that neither Addendum lists is denied
      Given no code records
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
        | D0120          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | SET010  | line_item_denial |
