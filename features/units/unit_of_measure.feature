@UOS080
Feature: Square centimeters are not billed in units
  The electronic claim says beside each quantity what it counts: units, minutes or another measure. A product billed per
  square centimeter is counted in units; with another measure the quantity means nothing to Medicare, and the line comes back.

  Rule: "If the code is defined as per square centimeter, the units billed must match the size billed in square centimeters" (NGS article 11137991, billing details)

    Scenario: A per-square-centimeter product billed in minutes is returned
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | unit_of_measure | date_of_service |
        | 15271          | 1     | UN              | 2026-01-01      |
        | Q4257          | 20    | MJ              | 2026-01-01      |
      When the claim is checked
      Then line 2 has finding UOS080
        | field            | value |
        | title            | Square centimeters are not billed in units |
        | disposition      | return_to_provider |
        | message          | Q4257 is billed per square centimeter and counted in units (UN); the line states MJ. |
        | fix              | Bill the square centimeters as units: unit of measure UN. |
        | evidence         | unit_basis=sq_cm, unit_of_measure=MJ |
        | remittance       | CO 16 M53 |
        | code_set_release | 2026-01 |
        | authority        | NGS Medicare, Drugs and Biologicals: Skin Substitutes (article 11137991), billing details and Billing Tips; CMS Standard Companion Guide, Health Care Claim: Professional (837P), 005010X222A1, version 6.0 (2020), Disclosure statement and preface |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | COV080  | information        |
        | 2           | UOS080  | return_to_provider |

    Scenario Outline: Units pass, and a line that states no measure is in units
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | unit_of_measure | date_of_service |
        | 15271          | 1     | UN              | 2026-01-01      |
        | Q4257          | 20    | <measure>       | 2026-01-01      |
      When the claim is checked
      Then the claim is clean
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |

      Examples:
        | measure |
        | UN      |
        |         |

    Scenario Outline: Every measure but units is returned
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                  |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | unit_of_measure | date_of_service |
        | Q4226          | 20    | <measure>       | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | evidence                                    |
        | 1           | UOS080  | return_to_provider | unit_basis=sq_cm, unit_of_measure=<measure> |

      Examples: minutes, days, international units, milligrams, milliliters, grams, square centimeters
        | measure |
        | MJ      |
        | DA      |
        | F2      |
        | ME      |
        | ML      |
        | GR      |
        | SC      |

    Scenario: A wrong measure and a fraction are two faults
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                  |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | unit_of_measure | date_of_service |
        | Q4226          | 1.5   | MJ              | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS020  | return_to_provider |
        | 1           | UOS080  | return_to_provider |

    Scenario Outline: Professional, institutional and equipment claims count square centimeters alike
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                  |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter |
      And the payer is medicare
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | unit_of_measure | date_of_service |
        | Q4226          | 20    | MJ              | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS080  | return_to_provider |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

  Rule: Other codes are counted as their own description asks (HCPCS Contractor Record - 2026, long description)

    Scenario Outline: A code that is not billed per square centimeter may state another measure
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                                                                               | short_description            |
        | A2025 | Miro3d, per cubic centimeter                                                                                                   | Miro3d per cubic cm          |
        | A6600 | Gradient compression bandaging supply, high density foam sheet, per 250 square centimeters, each                               | G com bandge hgh dn foam sht |
        | C9358 | Dermal substitute, native, non-denatured collagen, fetal bovine origin (surgimend collagen matrix), per 0.5 square centimeters | Surgimend, fetal             |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | unit_of_measure | date_of_service |
        | <code>         | 20    | <measure>       | 2025-12-31      |
      When the claim is checked
      Then there are no findings

      Examples: an anesthesia service is billed in minutes
        | code  | measure |
        | 00400 | MJ      |
        | A2025 | ML      |
        | A6600 | F2      |
        | C9358 | MJ      |

  Rule: Only the release in force on the date of service says what one unit is (45 CFR 162.1000)

    Scenario: Before the first release the unit is not known, and that is said
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | unit_of_measure | date_of_service |
        | 15271          | 1     | UN              | 2025-12-31      |
        | Q4257          | 20    | MJ              | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD900  | not_checked |

    Scenario: On the last day of the release's quarter the measure is judged
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | unit_of_measure | date_of_service |
        | 15271          | 1     | UN              | 2026-03-31      |
        | Q4257          | 20    | MJ              | 2026-03-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | COV080  | information        |
        | 2           | UOS080  | return_to_provider |

    Scenario: After the quarter the measure is judged, with a word on the age of the record
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | unit_of_measure | date_of_service |
        | 15271          | 1     | UN              | 2026-04-01      |
        | Q4257          | 20    | MJ              | 2026-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | COD910  | not_checked        |
        | 2           | COV080  | information        |
        | 2           | UOS080  | return_to_provider |

  Rule: The edit is Medicare's; other payers set their own measures (837P companion guide: for Medicare fee-for-service trading partners)

    Scenario Outline: Other payers' measures are not judged
      Given the bundled code records
      And the payer is <payer>
      And the claim lines:
        | procedure_code | units | unit_of_measure | date_of_service |
        | 15271          | 1     | UN              | 2026-01-01      |
        | Q4257          | 20    | MJ              | 2026-01-01      |
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated the measure is not judged, and that is said
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | unit_of_measure | date_of_service |
        | 15271          | 1     | UN              | 2026-01-01      |
        | Q4257          | 20    | MJ              | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

  Rule: The measure is not judged where the code itself was not valid (45 CFR 162.1000)

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

    Scenario Outline: The measure is judged from the code's first day to its last, and not beyond
      Given the claim lines:
        | procedure_code | units | unit_of_measure | date_of_service |
        | <code>         | 20    | MJ              | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | <edit>  | return_to_provider |

      Examples:
        | code  | day        | edit   |
        | Q4398 | 2025-12-31 | COD020 |
        | Q4398 | 2026-01-01 | UOS080 |
        | Q4106 | 2025-12-31 | UOS080 |
        | Q4106 | 2026-01-01 | COD030 |

  Rule: Units are stated as UN, and as nothing that is like it

    Scenario: A measure that is one letter off is returned
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                  |
        | Q4106 | Dermagraft, per square centimeter |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | unit_of_measure | date_of_service |
        | Q4106          | 20    | UO              | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS080  | return_to_provider |
