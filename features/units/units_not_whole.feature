@UOS020
Feature: Units of a per-square-centimeter product are not whole
  A wound product billed per square centimeter is billed in whole units, one for each square centimeter. Medicare
  takes no fraction of a unit for such a product: the line comes back, and an expensive product stays unpaid meanwhile.

  Rule: A code defined per square centimeter is billed with units that match the size in square centimeters; amounts between two units go to the next whole one (NGS article 11137991; CMS Recovery Audit topic 0074)

    Scenario: A fraction of a square centimeter is returned
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 20.50 | 2026-01-01      |
      When the claim is checked
      Then line 2 has finding UOS020
        | field            | value |
        | title            | Units of a per-square-centimeter product are not whole |
        | disposition      | return_to_provider |
        | message          | Q4257 is billed per square centimeter: 20.5 units is not a whole number. |
        | fix              | Bill the whole number of square centimeters, one unit for each. |
        | evidence         | unit_basis=sq_cm, units=20.5 |
        | remittance       | CO 16 M53 |
        | code_set_release | 2026-01 |
        | authority        | NGS Medicare, Drugs and Biologicals: Skin Substitutes (article 11137991), billing details and Billing Tips; CMS Recovery Audit Program, approved topic 0074, Excessive or Insufficient Drugs and Biologicals Units Billed, Description; Medicare Claims Processing Manual, Pub. 100-04, ch. 26, sec. 10.4, item 24G |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | COV080  | information        |
        | 2           | UOS020  | return_to_provider |

    Scenario: Whole square centimeters pass
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

    Scenario Outline: However small the fraction, the units are not whole
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                  |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units   | date_of_service |
        | Q4226          | <units> | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | evidence                        |
        | 1           | UOS020  | return_to_provider | unit_basis=sq_cm, units=<units> |

      Examples:
        | units  |
        | 0.001  |
        | 0.5    |
        | 0.999  |
        | 1.001  |
        | 1.5    |
        | 2.5    |
        | 24.999 |

    Scenario Outline: Units without a fraction are whole, however they are written
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                  |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units   | date_of_service |
        | Q4226          | <units> | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | units   |
        | 1       |
        | 1.0     |
        | 25.000  |
        | 9999999 |

    Scenario Outline: Missing units and zero units are whole, and are returned for what they are
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                  |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units   | date_of_service |
        | Q4226          | <units> | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |

      Examples:
        | units |
        |       |
        | 0     |
        | -1    |

    Scenario: A fraction below zero is both below zero and not whole
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                  |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4226          | -1.5  | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |
        | 1           | UOS020  | return_to_provider |

    Scenario: Each line is judged by its own units, not by their sum
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 1.5   | 2026-01-15      |
        | Q4390          | 2.5   | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | COV080  | information        |
        | 2           | UOS020  | return_to_provider |
        | 3           | COV080  | information        |
        | 3           | UOS020  | return_to_provider |

    Scenario Outline: Professional, institutional and equipment claims are judged alike
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                  |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |
      And the payer is medicare
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4226          | 1.5   | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS020  | return_to_provider |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

  Rule: The description of the code says what one unit is (HCPCS Contractor Record - 2026, long and short description)

    Scenario Outline: A code is billed per square centimeter when its description says so, misprints included
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                              | short_description           |
        | Q4208 | Novafix, per square cenitmeter (add-on, list separately in addition to primary procedure)     | Novafix per sq cm           |
        | Q4357 | Xwrap plus, per square  centimeter (add-on, list separately in addition to primary procedure) | Xwrap plus, per sq cm       |
        | Q4147 | Architect, architect px, or architect fx, extracellular matrix, PER SQUARE CENTIMETER         | Architect ecm px fx 1 sq cm |
        | Q4121 | Theraskin                                                                                     | Theraskin, per sq cm        |
        | A2001 | Innovamatrix ac, per square centimeter                                                        | Innovamatrix ac, per sq cm  |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | <code>         | 1.5   | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | evidence                    |
        | 2           | UOS020  | return_to_provider | unit_basis=sq_cm, units=1.5 |

      Examples: cenitmeter, two blanks, capitals, the short description alone, a code outside Q4100 to Q4449
        | code  |
        | Q4208 |
        | Q4357 |
        | Q4147 |
        | Q4121 |
        | A2001 |

    Scenario Outline: A code billed by another unit may be billed in fractions as far as this edit goes
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                                                                               | short_description            |
        | A2025 | Miro3d, per cubic centimeter                                                                                                   | Miro3d per cubic cm          |
        | A6600 | Gradient compression bandaging supply, high density foam sheet, per 250 square centimeters, each                               | G com bandge hgh dn foam sht |
        | C9358 | Dermal substitute, native, non-denatured collagen, fetal bovine origin (surgimend collagen matrix), per 0.5 square centimeters | Surgimend, fetal             |
        | Q4162 | Woundex flow, bioskin flow, 0.5 cc                                                                                             | Wndex flw, bioskn flw, 0.5cc |
        | J0585 | Injection, onabotulinumtoxina, 1 unit                                                                                          | Injection,onabotulinumtoxina |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1.5   | 2025-12-31      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | A2025 |
        | A6600 |
        | C9358 |
        | Q4162 |
        | J0585 |
        | 99213 |

  Rule: Only the release in force on the date of service says what one unit is (45 CFR 162.1000: the code set that is valid when the service is furnished)

    Scenario: On the last day before the only release its unit is not known, and that is said
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-31      |
        | Q4257          | 1.5   | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD900  | not_checked |

    Scenario Outline: In the quarter of the release a fraction is returned, on its first day and its last
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
        | Q4257          | 1.5   | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | COV080  | information        |
        | 2           | UOS020  | return_to_provider |

      Examples:
        | day        |
        | 2026-01-01 |
        | 2026-03-31 |

    Scenario: After the quarter a fraction is still returned, with a word on the age of the record
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-04-01      |
        | Q4257          | 1.5   | 2026-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | COD910  | not_checked        |
        | 2           | COV080  | information        |
        | 2           | UOS020  | return_to_provider |

    Scenario Outline: With both quarters loaded a fraction is returned on either side of the new year
      Given the partial release 2025-10 holds the code records:
        | code  | long_description              | short_description | coverage_code | code_added_date |
        | Q4257 | Relese, per square centimeter | Relese, per sq cm | C             | 2022-04-01      |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                         | short_description | coverage_code | code_added_date |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure) | Relese, per sq cm | C             | 2022-04-01      |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
        | Q4257          | 1.5   | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | code_set_release |
        | 2           | COV080  | information        | <release>        |
        | 2           | UOS020  | return_to_provider | <release>        |

      Examples:
        | day        | release |
        | 2025-12-31 | 2025-10 |
        | 2026-01-01 | 2026-01 |

  Rule: Medicare's rule is for Medicare; of other payers the same is advice (Pub. 100-04 speaks for Medicare alone)

    Scenario Outline: For a payer other than Medicare a fraction is advice under an edit of its own
      Given the bundled code records
      And the payer is <payer>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 1.5   | 2026-01-01      |
      When the claim is checked
      Then line 2 has no finding UOS020
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | UOS025  | advisory    |

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated a fraction is advice, and it is said that Medicare's edits were not checked
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 1.5   | 2026-01-01      |
      When the claim is checked
      Then UOS020 is not checked on line 2 because the claim does not state its payer
      And the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |
        | 2           | UOS025  | advisory    |

  Rule: Units are not judged where the code itself was not valid (45 CFR 162.1000)

    Scenario: After the code's last day only the code is named
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                  | code_added_date | termination_date |
        | Q4106 | Dermagraft, per square centimeter | 2009-01-01      | 2025-12-31       |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4106          | 1.5   | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD030  | return_to_provider |

    Scenario: On the code's last day its units are judged
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                  | code_added_date |
        | Q4106 | Dermagraft, per square centimeter | 2009-01-01      |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                  | code_added_date | termination_date |
        | Q4106 | Dermagraft, per square centimeter | 2009-01-01      | 2025-12-31       |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4106          | 1.5   | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS020  | return_to_provider |

    Scenario: Before the code's first day only the code is named
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                 | code_added_date |
        | Q4398 | Summit ac, per square centimeter | 2026-01-01      |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4398          | 1.5   | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD020  | return_to_provider |

    Scenario: On the code's first day its units are judged
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                 | code_added_date |
        | Q4398 | Summit ac, per square centimeter | 2026-01-01      |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4398          | 1.5   | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS020  | return_to_provider |
