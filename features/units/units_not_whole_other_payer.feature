@UOS025
Feature: Units of a per-square-centimeter product are not whole (payer other than Medicare)
  Some payers take fractions of a square centimeter, others return the line as Medicare does. Better to look it up
  before the claim is sent than to wait for a rejection and bill a second time.

  Rule: The standard transaction carries decimal quantities and leaves it to each payer to limit their precision, in its companion guide (X12 RFI 2033, response, in our words)

    Scenario: A fraction of a square centimeter billed to another payer is advice to look it up
      Given the bundled code records
      And the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 20.5  | 2026-01-01      |
      When the claim is checked
      Then line 2 has finding UOS025
        | field            | value |
        | title            | Units of a per-square-centimeter product are not whole (payer other than Medicare) |
        | disposition      | advisory |
        | message          | Q4257 is billed per square centimeter: 20.5 units is not a whole number, which some payers do not accept. |
        | fix              | Look up whether the payer accepts decimal units; Medicare does not. |
        | evidence         | unit_basis=sq_cm, units=20.5 |
        | remittance       | none |
        | code_set_release | 2026-01 |
        | authority        | X12 RFI 2033, 278 Qty Min/Max, response |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | UOS025  | advisory    |

    Scenario Outline: Whole units need no advice
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

    Scenario Outline: Every payer that is not Medicare gets the advice
      Given the bundled code records
      And the payer is <payer>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 1.5   | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | UOS025  | advisory    |

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: A claim that states no payer gets the advice, and is told that Medicare's edits were not checked
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 1.5   | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |
        | 2           | UOS025  | advisory    |

    Scenario: Medicare does not advise, it returns the line
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 1.5   | 2026-01-01      |
      When the claim is checked
      Then line 2 has no finding UOS025
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | COV080  | information        |
        | 2           | UOS020  | return_to_provider |

    Scenario Outline: However small the fraction, other payers may want whole units
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                  |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |
      And the payer is other
      And the claim lines:
        | procedure_code | units   | date_of_service |
        | Q4226          | <units> | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence                        |
        | 1           | UOS025  | advisory    | unit_basis=sq_cm, units=<units> |

      Examples:
        | units  |
        | 0.001  |
        | 0.5    |
        | 1.001  |
        | 2.5    |
        | 24.999 |

    Scenario Outline: Units without a fraction need no advice, however they are written
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                  |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |
      And the payer is other
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

    Scenario Outline: Missing units and zero units are returned for what they are
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                  |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |
      And the payer is other
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

    Scenario Outline: Professional, institutional and equipment claims get the same advice
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                  |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |
      And the payer is other
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4226          | 1.5   | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | UOS025  | advisory    |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

  Rule: Codes billed by another unit are left to the payer (HCPCS Contractor Record - 2026, long and short description)

    Scenario Outline: A fraction of another unit needs no advice
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                                                 | short_description            |
        | A2025 | Miro3d, per cubic centimeter                                                                     | Miro3d per cubic cm          |
        | A6600 | Gradient compression bandaging supply, high density foam sheet, per 250 square centimeters, each | G com bandge hgh dn foam sht |
        | J0585 | Injection, onabotulinumtoxina, 1 unit                                                            | Injection,onabotulinumtoxina |
      And the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1.5   | 2025-12-31      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | A2025 |
        | A6600 |
        | J0585 |
        | 99213 |

  Rule: Only the release in force on the date of service says what one unit is (45 CFR 162.1000)

    Scenario: Before the first release the unit is not known, and that is said
      Given the bundled code records
      And the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-12-31      |
        | Q4257          | 1.5   | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD900  | not_checked |

    Scenario: On the last day of the release's quarter the advice is given
      Given the bundled code records
      And the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-03-31      |
        | Q4257          | 1.5   | 2026-03-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | UOS025  | advisory    |

    Scenario: After the quarter the advice comes with a word on the age of the record
      Given the bundled code records
      And the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-04-01      |
        | Q4257          | 1.5   | 2026-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD910  | not_checked |
        | 2           | UOS025  | advisory    |

  Rule: Units are not judged where the code itself was not valid (45 CFR 162.1000)

    Background:
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                  | code_added_date |
        | Q4106 | Dermagraft, per square centimeter | 2009-01-01      |
        | Q4398 | Summit ac, per square centimeter  | 2026-01-01      |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                  | code_added_date | termination_date |
        | Q4106 | Dermagraft, per square centimeter | 2009-01-01      | 2025-12-31       |
        | Q4398 | Summit ac, per square centimeter  | 2026-01-01      |                  |
      And the payer is other

    Scenario Outline: The advice is given from the code's first day to its last, and not beyond
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1.5   | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | Q4398 | 2025-12-31 | COD020 | return_to_provider |
        | Q4398 | 2026-01-01 | UOS025 | advisory           |
        | Q4106 | 2025-12-31 | UOS025 | advisory           |
        | Q4106 | 2026-01-01 | COD030 | return_to_provider |
