@SET040
Feature: Physician bills a graft product in a hospital
  Since 2026 a graft product is a supply that goes with the physician's service. In a hospital the hospital supplies it:
  a physician who bills it there will not be paid, and the hospital bills it as well.

  Rule: Supplies incident to a physician's service are paid in a noninstitutional setting, and "'incident to' does not apply to hospital settings" (42 CFR 410.26(a)(6) and (b)(1); First Coast Service Options, Billing / Coding FAQs)

    Background:
      Given the bundled code records
      And the payer is medicare
      And the billing taxonomy is 207X00000X

    Scenario: A surgeon bills the product for a hospital's outpatient department
      Given the place of service is 22
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 20    | 2026-01-01      |
      When the claim is checked
      Then line 2 has finding SET040
        | field            | value |
        | title            | Physician bills a graft product in a hospital |
        | disposition      | advisory |
        | message          | Q4257 is billed by a physician for place of service 22, a hospital; since 2026 the product is a supply incident to the physician's service, which Medicare pays outside hospitals only. |
        | fix              | Leave the product to the hospital's claim and bill the application alone, or correct the place of service. |
        | evidence         | claim_type=professional, asc_biller=no, place_of_service=22, graft_product=yes |
        | remittance       | CO 171 M97 |
        | code_set_release | 2026-01 |
        | authority        | 42 CFR 410.26, Services and supplies incident to a physician's professional services: Conditions, (a)(6) noninstitutional setting; (b)(1); Social Security Administration, POMS HI 00610.100, Services and Supplies, introduction: services to hospital outpatients are paid to the hospital; First Coast Service Options, Billing / Coding FAQs, 'incident to' does not apply to hospital settings; Noridian Medicare JE Part A, Noridian Removes Skin Substitute Draft Policy (article 10521), Reminder: incident-to supplies from 2026-01-01 |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |
        | 2           | SET040  | advisory    |

    Scenario: The same product in the office passes
      Given the place of service is 11
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 20    | 2026-01-01      |
      When the claim is checked
      Then the claim is clean
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |

    Scenario: The application alone passes
      Given the place of service is 22
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: Place of service <place> is a hospital
      Given the place of service is <place>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4390          | 20    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |
        | 2           | SET040  | advisory    |

      Examples: off-campus outpatient, inpatient, on-campus outpatient, emergency room
        | place |
        | 19    |
        | 21    |
        | 22    |
        | 23    |

    Scenario Outline: Place of service <place> is none of them
      Given the place of service is <place>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 20    | 2026-01-15      |
      When the claim is checked
      Then line 2 has no finding SET040

      Examples: office, home, walk-in clinic, urgent care, surgical center, birthing center, nursing, psychiatric, rehabilitation
        | place |
        | 11    |
        | 12    |
        | 13    |
        | 17    |
        | 18    |
        | 20    |
        | 24    |
        | 25    |
        | 31    |
        | 32    |
        | 51    |
        | 61    |

    Scenario: Without a place of service nothing says that it was a hospital
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 20    | 2026-01-15      |
      When the claim is checked
      Then line 2 has no finding SET040

    Scenario: The line's own place of service comes before the claim's
      Given the place of service is 22
      And the claim lines:
        | procedure_code | place_of_service | units | date_of_service |
        | 15271          |                  | 1     | 2026-01-15      |
        | Q4257          | 11               | 10    | 2026-01-15      |
        | Q4390          |                  | 10    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |
        | 3           | COV080  | information |
        | 3           | SET040  | advisory    |

    Scenario Outline: No modifier of liability, place or side changes where it was
      Given the place of service is 22
      And the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | 15271          |            | 1     | 2026-01-15      |
        | Q4257          | <modifier> | 20    | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding SET040

      Examples:
        | modifier |
        | GA       |
        | GY       |
        | KX       |
        | PN       |
        | RT       |

  Rule: The edit asks who bills: a physician is one whose taxonomy is known and is not a surgical center's (42 CFR 410.26(b): services of a physician)

    Background:
      Given the bundled code records
      And the payer is medicare
      And the place of service is 22

    Scenario Outline: Taxonomy <taxonomy> is not a surgical center's
      Given the billing taxonomy is <taxonomy>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 20    | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding SET040

      Examples: orthopedic surgery, podiatry, nurse practitioner
        | taxonomy   |
        | 207X00000X |
        | 213E00000X |
        | 363L00000X |

    Scenario: A surgical center is not a physician
      Given the billing taxonomy is 261QA1903X
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 20    | 2026-01-15      |
      When the claim is checked
      Then line 2 has no finding SET040

    Scenario: A line with SG is a surgical center's
      Given the billing taxonomy is 207X00000X
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | Q4257          | SG        | 20    | 2026-01-15      |
      When the claim is checked
      Then line 2 has no finding SET040

    Scenario: Without a taxonomy nothing is said
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 20    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |

    Scenario Outline: A <claim_type> claim is no physician's
      Given the billing taxonomy is 207X00000X
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 20    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |

      Examples:
        | claim_type    |
        | institutional |
        | dme           |

    Scenario: A revenue code without a procedure code is no product
      Given the billing taxonomy is 207X00000X
      And the claim lines:
        | revenue_code | units | date_of_service |
        | 0636         | 20    | 2026-01-15      |
      When the claim is checked
      Then there are no findings

  Rule: What counts as a product is read from its unit or its code (HCPCS Contractor Record - 2026)

    Scenario Outline: Products by the square or cubic centimeter, and unlisted ones, are graft products
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                         |
        | A2001 | Innovamatrix ac, per square centimeter                                                   |
        | A2025 | Miro3d, per cubic centimeter (add-on, list separately in addition to primary procedure)  |
        | A4100 | Skin substitute, fda cleared as a device, not otherwise specified                        |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter        |
        | Q4432 | Unlisted 510(k) product (list in addition to primary procedure)                          |
        | C9363 | Skin substitute, integra meshed bilayer wound matrix, per square centimeter              |
      And the payer is medicare
      And the billing taxonomy is 207X00000X
      And the place of service is 22
      And the claim lines:
        | procedure_code | units | date_of_service | description  |
        | 15271          | 1     | 2026-01-15      |              |
        | <code>         | 4     | 2026-01-15      | Name and lot |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | SET040  | advisory    |

      Examples:
        | code  |
        | A2001 |
        | A2025 |
        | A4100 |
        | Q4226 |
        | Q4432 |
        | C9363 |

    Scenario Outline: Injected and flowable products, dressings and drugs are none
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                          |
        | Q4162 | Woundex flow, bioskin flow, 0.5 cc                        |
        | J0585 | Injection, onabotulinumtoxina, 1 unit                     |
        | A6021 | Collagen dressing, sterile, size 16 sq. in. or less, each |
      And the payer is medicare
      And the billing taxonomy is 207X00000X
      And the place of service is 22
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 4     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | Q4162 |
        | J0585 |
        | A6021 |

    Scenario: A product whose record is not loaded is not judged, and that is said
      Given no code records
      And the payer is medicare
      And the billing taxonomy is 207X00000X
      And the place of service is 22
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |

  Rule: Products are incident-to supplies from 2026-01-01 (Noridian, article 10521, Reminder; CMS-1832-F)

    Scenario Outline: The edit speaks for dates of service from 2026-01-01 on
      Given the partial release 2025-10 holds the code records:
        | code  | long_description              | code_added_date |
        | Q4257 | Relese, per square centimeter | 2022-04-01      |
      And the payer is medicare
      And the billing taxonomy is 207X00000X
      And the place of service is 22
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
        | Q4257          | 20    | <day>           |
      When the claim is checked
      Then line 2 <outcome> SET040

      Examples:
        | day        | outcome        |
        | 2025-10-01 | has no finding |
        | 2025-12-31 | has no finding |
        | 2026-01-01 | has finding    |
        | 2026-01-02 | has finding    |
        | 2026-03-31 | has finding    |

  Rule: The advice is Medicare's (42 CFR part 410: Medicare Part B)

    Background:
      Given the bundled code records
      And the billing taxonomy is 207X00000X
      And the place of service is 22
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 20    | 2026-01-15      |

    Scenario Outline: Other payers' settings are their own
      Given the payer is <payer>
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated the setting is not judged, and that is said
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

  Rule: The setting is not judged where the code itself was not valid (45 CFR 162.1000)

    Scenario Outline: What is wrong with the code comes first
      Given the complete release 2026-01 holds the code records:
        | code  | long_description                  | code_added_date | termination_date |
        | Q4106 | Dermagraft, per square centimeter | 2009-01-01      | 2026-01-10       |
        | Q4398 | Summit ac, per square centimeter  | 2026-01-05      |                  |
      And the payer is medicare
      And the billing taxonomy is 207X00000X
      And the place of service is 22
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 20    | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | Q4106 | 2026-01-10 | SET040 | advisory           |
        | Q4106 | 2026-01-11 | COD030 | return_to_provider |
        | Q4398 | 2026-01-04 | COD020 | return_to_provider |
        | Q4398 | 2026-01-05 | SET040 | advisory           |
        | Q4399 | 2026-01-15 | COD010 | return_to_provider |

  Rule: Graft products are the codes that two lists name, one of them by their unit, and no code beside them

    Scenario: A code that is named is a graft product by whatever unit, the code beside it is none
      Given the partial release 2026-01 holds the code records:
        | code  | long_description            |
        | A4099 | Item, each                  |
        | A4100 | Item, each                  |
        | A4101 | Item, each                  |
        | C1848 | Item, each                  |
        | C1849 | Item, each                  |
        | C1850 | Item, each                  |
        | C9348 | Item, each                  |
        | C9349 | Item, each                  |
        | C9350 | Item, each                  |
        | C9357 | Item, each                  |
        | C9358 | Item, each                  |
        | C9359 | Item, each                  |
        | C9360 | Item, each                  |
        | C9361 | Item, each                  |
        | C9362 | Item, each                  |
        | C9363 | Item, each                  |
        | C9364 | Item, each                  |
        | Q4099 | Item, each                  |
        | Q4100 | Item, each                  |
        | Q4101 | Item, each                  |
        | Q4430 | Item, each                  |
        | Q4431 | Item, each                  |
        | Q4432 | Item, each                  |
        | Q4433 | Item, each                  |
        | Q4434 | Item, each                  |
      And the payer is medicare
      And the billing taxonomy is 207X00000X
      And the place of service is 22
      And the claim lines:
        | line_number | procedure_code | units | date_of_service | description |
        | 1           | A4099          | 1     | 2026-01-15      | as applied  |
        | 2           | A4100          | 1     | 2026-01-15      | as applied  |
        | 3           | A4101          | 1     | 2026-01-15      | as applied  |
        | 4           | C1848          | 1     | 2026-01-15      | as applied  |
        | 5           | C1849          | 1     | 2026-01-15      | as applied  |
        | 6           | C1850          | 1     | 2026-01-15      | as applied  |
        | 7           | C9348          | 1     | 2026-01-15      | as applied  |
        | 8           | C9349          | 1     | 2026-01-15      | as applied  |
        | 9           | C9350          | 1     | 2026-01-15      | as applied  |
        | 10          | C9357          | 1     | 2026-01-15      | as applied  |
        | 11          | C9358          | 1     | 2026-01-15      | as applied  |
        | 12          | C9359          | 1     | 2026-01-15      | as applied  |
        | 13          | C9360          | 1     | 2026-01-15      | as applied  |
        | 14          | C9361          | 1     | 2026-01-15      | as applied  |
        | 15          | C9362          | 1     | 2026-01-15      | as applied  |
        | 16          | C9363          | 1     | 2026-01-15      | as applied  |
        | 17          | C9364          | 1     | 2026-01-15      | as applied  |
        | 18          | Q4099          | 1     | 2026-01-15      | as applied  |
        | 19          | Q4100          | 1     | 2026-01-15      | as applied  |
        | 20          | Q4101          | 1     | 2026-01-15      | as applied  |
        | 21          | Q4430          | 1     | 2026-01-15      | as applied  |
        | 22          | Q4431          | 1     | 2026-01-15      | as applied  |
        | 23          | Q4432          | 1     | 2026-01-15      | as applied  |
        | 24          | Q4433          | 1     | 2026-01-15      | as applied  |
        | 25          | Q4434          | 1     | 2026-01-15      | as applied  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | procedure_code | edit_id |
        | 2           | A4100          | SET040  |
        | 5           | C1849          | SET040  |
        | 8           | C9349          | SET040  |
        | 11          | C9358          | SET040  |
        | 13          | C9360          | SET040  |
        | 16          | C9363          | SET040  |
        | 19          | Q4100          | SET040  |
        | 22          | Q4431          | SET040  |
        | 23          | Q4432          | SET040  |
        | 24          | Q4433          | SET040  |

    Scenario: Of the codes that are meant by their unit each end is a graft product, the code beside it is none
      Given the partial release 2026-01 holds the code records:
        | code  | long_description            |
        | A2000 | Item, per square centimeter |
        | A2001 | Item, per square centimeter |
        | A2049 | Item, per square centimeter |
        | A2050 | Item, per square centimeter |
        | Q4099 | Item, per square centimeter |
        | Q4101 | Item, per square centimeter |
        | Q4449 | Item, per square centimeter |
        | Q4450 | Item, per square centimeter |
      And the payer is medicare
      And the billing taxonomy is 207X00000X
      And the place of service is 22
      And the claim lines:
        | line_number | procedure_code | units | date_of_service | description |
        | 1           | A2000          | 1     | 2026-01-15      | as applied  |
        | 2           | A2001          | 1     | 2026-01-15      | as applied  |
        | 3           | A2049          | 1     | 2026-01-15      | as applied  |
        | 4           | A2050          | 1     | 2026-01-15      | as applied  |
        | 5           | Q4099          | 1     | 2026-01-15      | as applied  |
        | 6           | Q4101          | 1     | 2026-01-15      | as applied  |
        | 7           | Q4449          | 1     | 2026-01-15      | as applied  |
        | 8           | Q4450          | 1     | 2026-01-15      | as applied  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | procedure_code | edit_id |
        | 2           | A2001          | SET040  |
        | 3           | A2049          | SET040  |
        | 6           | Q4101          | SET040  |
        | 7           | Q4449          | SET040  |

    Scenario Outline: <place> is no place where the facility is paid for the product
      Given the bundled code records
      And the payer is medicare
      And the billing taxonomy is 207X00000X
      And the place of service is <place>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then line 2 has no finding SET040

      Examples:
        | place |
        | 10    |
        | 18    |
        | 20    |
        | 24    |

    Scenario: A named product that the complete release lacks is returned as unknown, and no more is said of it
      Given the complete release 2026-01 holds the code records:
        | code  |
        | A4649 |
      And the payer is medicare
      And the billing taxonomy is 207X00000X
      And the place of service is 22
      And the claim lines:
        | procedure_code | units | date_of_service |
        | C1849          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD010  | return_to_provider |
