Feature: Ordinary clean claims have no findings
  A finding on a claim that would have been paid costs more than it saves. These claims are ordinary ones of the kind
  that edits are most often wrong about; what may be said of them is only that something was not checked.

  Rule: A procedure, its add-on code and its product go together in a surgical center

    Scenario: Breast reconstruction with a sheet of matrix in a surgical center, in 2026
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                           | code_added_date | pricing_indicator | asc_payment_group | asc_effective_date |
        | Q4116 | Alloderm, per square centimeter (add-on, list separately in addition to primary procedure) | 2009-07-01      | 11                | YY                | 2026-01-01         |
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 15777       | CCCCC        | 2         |
      And ASC Addendum AA 2026-01 lists:
        | procedure_code |
        | 15777          |
        | 19357          |
      And ASC Addendum BB 2026-01 lists:
        | procedure_code |
        | Q4116          |
      And the payer is medicare
      And the billing taxonomy is 261QA1903X
      And the place of service is 24
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 19357          | RT        | 1     | 2026-01-15      |
        | 15777          | RT        | 1     | 2026-01-15      |
        | Q4116          |           | 128   | 2026-01-15      |
      When the claim is checked
      # Of an add-on code of type 2 the contractor says which primary procedures it accepts.
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC050  | advisory    |

    Scenario: The same claim without tables beside the code set
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                           | code_added_date | pricing_indicator | asc_payment_group | asc_effective_date |
        | Q4116 | Alloderm, per square centimeter (add-on, list separately in addition to primary procedure) | 2009-07-01      | 11                | YY                | 2026-01-01         |
      And the payer is medicare
      And the billing taxonomy is 261QA1903X
      And the place of service is 24
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 19357          | RT        | 1     | 2026-01-15      |
        | 15777          | RT        | 1     | 2026-01-15      |
        | Q4116          |           | 128   | 2026-01-15      |
      When the claim is checked
      Then there are no findings

  Rule: Members of a group and specialty are paid as one physician (Pub. 100-04, ch. 12, sec. 30.6.5 and 30.6.12; CMS Transmittal 2636, CR 7501)

    Scenario Outline: Critical care by two members of a group is not denied
      Given no code records
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 99292       | 99291        | 1         |
      And the payer is medicare
      And the place of service is 23
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 99291          | 1     | 2026-01-15      | <first>            |
        | 99292          | 2     | 2026-01-15      | <second>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC040  | suspension  |

      Examples: the claim cannot say that the two count as one, so the line is held, not denied
        | first | second |
        | A     | B      |
        | B     | A      |

    Scenario Outline: Critical care by one physician, or by one that the claim does not tell apart
      Given no code records
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 99292       | 99291        | 1         |
      And the payer is medicare
      And the place of service is 23
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service | rendering_provider |
        | 99291          | 25        | 1     | 2026-01-15      | <first>            |
        | 99292          | 25        | 2     | 2026-01-15      | <second>           |
      When the claim is checked
      Then there are no findings

      Examples:
        | first | second |
        | A     | A      |
        | A     |        |
        |       |        |

  Rule: What is discarded of a product stands on a line of its own with JW, until 2025 (CMS, Discarded Drugs)

    Scenario Outline: Apligraf applied and discarded, or used up, in the office
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                | code_added_date | pricing_indicator |
        | Q4101 | Apligraf, per square centimeter | 2009-01-01      | 51                |
      And the payer is medicare
      And the billing taxonomy is 213E00000X
      And the place of service is 11
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | 15275          |             | 1     | 2025-12-15      |
        | Q4101          | <applied>   | 20    | 2025-12-15      |
        | <discarded>    | <modifiers> | 24    | 2025-12-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | applied | discarded | modifiers |
        |         | Q4101     | JW        |
        | KX      | Q4101     | KX JW     |
        | JZ      | 99213     | 25        |

  Rule: A physician bills the application for a patient of a hospital; the hospital bills the product (42 CFR 410.26(b)(1))

    Scenario Outline: The application in a hospital's department, without the product
      Given the bundled code records
      And the payer is medicare
      And the billing taxonomy is 213E00000X
      And the place of service is <place>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
        | 15272          | 2     | <day>           |
      When the claim is checked
      Then there are no findings

      Examples:
        | place | day        |
        | 22    | 2025-12-31 |
        | 22    | 2026-01-01 |
        | 19    | 2026-01-15 |
        | 21    | 2026-01-15 |
        | 24    | 2026-01-15 |

    Scenario: The hospital's claim for the same patient, in 2025
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                | code_added_date | pricing_indicator |
        | Q4101 | Apligraf, per square centimeter | 2009-01-01      | 51                |
      And the payer is medicare
      And the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | revenue_code | procedure_code | modifiers | units | date_of_service |
        | 0360         | 15271          | RT        | 1     | 2025-12-15      |
        | 0636         | Q4101          | JZ        | 44    | 2025-12-15      |
        | 0250         |                |           | 3     | 2025-12-15      |
      When the claim is checked
      Then there are no findings

    Scenario: The hospital's claim, in 2026
      Given the bundled code records
      And the payer is medicare
      And the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | revenue_code | procedure_code | modifiers | units | date_of_service |
        | 0360         | 15271          | RT        | 1     | 2026-01-15      |
        | 0360         | 15272          | RT        | 1     | 2026-01-15      |
        | 0636         | Q4257          |           | 40    | 2026-01-15      |
        | 0250         |                |           | 3     | 2026-01-15      |
      When the claim is checked
      Then the claim is clean
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 3           | COV080  | information |

  Rule: Of an ambulance line the first modifier tells origin and destination (First Coast Service Options, Ambulance modifiers)

    Scenario Outline: From a residence to a hospital and back
      Given the complete release 2025-10 holds the code records:
        | code  | long_description                                                                           | code_added_date | coverage_code |
        | A0425 | Ground mileage, per statute mile                                                           | 2001-01-01      |               |
        | A0427 | Ambulance service, advanced life support, emergency transport, level 1 (als 1 - emergency) | 2001-01-01      |               |
        | A0428 | Ambulance service, basic life support, non-emergency transport, (bls)                      | 2001-01-01      |               |
        | QM    | Ambulance service provided under arrangement by a provider of services                     | 1996-01-01      |               |
      And the payer is medicare
      And the billing taxonomy is 3416L0300X
      And the place of service is 41
      And the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | A0427          | RH<behind> | 1     | 2025-12-15      |
        | A0425          | RH<behind> | 21.4  | 2025-12-15      |
        | A0428          | HR<behind> | 1     | 2025-12-15      |
        | A0425          | HR<behind> | 21.4  | 2025-12-15      |
      When the claim is checked
      Then there are no findings

      Examples: by itself, and with a modifier of the code set behind it
        | behind |
        |        |
        | ,QM    |

  Rule: Equipment is billed for the days to come; a code may end within them

    Scenario: A month's supplies that end with the code
      Given the partial release 2022-10 holds the code records:
        | code  | long_description                                                                                                | code_added_date | termination_date |
        | K0553 | Supply allowance for therapeutic continuous glucose monitor (cgm), includes all supplies and accessories, 1 month supply | 2017-07-01      | 2022-12-31       |
      And the payer is medicare
      And the claim type is dme
      And the place of service is 12
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service | date_of_service_end |
        | K0553          | KX KF     | 1     | 2022-12-15      | 2023-01-14          |
      When the claim is checked
      Then there are no findings

  Rule: A hospital's lines bear revenue codes, and need no procedure code for many of them

    Scenario: Room, pharmacy, supplies and laboratory of a stay
      Given the bundled code records
      And the payer is medicare
      And the claim type is institutional
      And the type of bill is 111
      And the claim lines:
        | revenue_code | units | unit_of_measure | date_of_service | date_of_service_end |
        | 0120         | 2     | DA              | 2026-01-15      | 2026-01-17          |
        | 0250         | 12    |                 | 2026-01-15      |                     |
        | 0250         | 12    |                 | 2026-01-15      |                     |
        | 0270         | 3.5   |                 | 2026-01-15      |                     |
        | 0300         | 4     |                 | 2026-01-15      |                     |
      When the claim is checked
      Then there are no findings

  Rule: The public samples of the 837 are clean, as far as they can be checked (LinuxForHealth/x12 and mimilabs/hccinfhir)

    Scenario: With the records that come with cleanclaim, nothing is said but that Level II codes were not checked
      Given the bundled code records
      And the claims in "../fixtures/claims/samples.json"
      When the claims are checked
      Then the findings are exactly:
        | claim_id                              | line_number | edit_id | disposition | procedure_code |
        | hccinfhir sample 0 1                  | 1           | COD900  | not_checked | H0003          |
        | hccinfhir sample 0 3                  | 1           | COD900  | not_checked | T1017          |
        | hccinfhir sample 0 5                  | 1           | COD900  | not_checked | H0003          |
        | hccinfhir sample 11                   | 1           | COD900  | not_checked | J1745          |
        | lfh coordination-of-benefits          | 3           | COD900  | not_checked | J3301          |
        | lfh demo.ambulance.example5           | 1           | COD900  | not_checked | A0427          |
        | lfh demo.ambulance.example5           | 2           | COD900  | not_checked | A0425          |
        | lfh demo.ambulance.example5           | 3           | COD900  | not_checked | A0422          |
        | lfh demo.ambulance.example5           | 4           | COD900  | not_checked | A0382          |
        | lfh demo.cob.example3.A               | 3           | COD900  | not_checked | J3301          |
        | lfh demo.drug.example10.1             | 2           | COD900  | not_checked | J1550          |
        | lfh demo.drug.example10.2             | 1           | COD900  | not_checked | S9500          |
        | lfh demo.drug.example10.2             | 2           | COD900  | not_checked | S5001          |
        | lfh demo.drug.example10.2             | 3           | COD900  | not_checked | S5000          |
        | lfh demo.drug.example10.2             | 4           | COD900  | not_checked | S5000          |
        | lfh demo.drug.example10.2             | 5           | COD900  | not_checked | S5000          |
        | lfh demo.drug.example10.2             | 6           | COD900  | not_checked | S5000          |
        | lfh demo.drug.example10.3             | 1           | COD900  | not_checked | S9500          |
        | lfh demo.drug.example10.3             | 2           | COD900  | not_checked | J0696          |
        | lfh demo.drug.example10.3             | 3           | COD900  | not_checked | J7051          |
        | lfh demo.drug.example10.3             | 4           | COD900  | not_checked | J3490          |
        | lfh demo.drug.example10.3             | 5           | COD900  | not_checked | J3490          |
        | lfh demo.drug.example10.3             | 6           | COD900  | not_checked | J3490          |
        | lfh demo.example11                    | 1           | COD900  | not_checked | E0570          |
        | lfh demo.example11                    | 2           | COD900  | not_checked | A7003          |
        | lfh demo.example7                     | 1           | COD900  | not_checked | E1390          |
        | lfh demo.example7                     | 2           | COD900  | not_checked | E0431          |
        | lfh demo.example8                     | 1           | COD900  | not_checked | K0001          |
        | lfh dependent-commercial-insurance-02 | 2           | COD900  | not_checked | A4570          |

    Scenario: With records of their codes in their quarters, nothing is said at all
      Given the partial release 1997-01 holds the code records:
        | code  | long_description | code_added_date |
        | A4570 | Splint           | 1982-01-01      |
      And the partial release 1997-10 holds the code records:
        | code  | long_description                                                   | code_added_date |
        | J3301 | Injection, triamcinolone acetonide, not otherwise specified, 10 mg | 1991-01-01      |
      And the partial release 2004-01 holds the code records:
        | code  | long_description                                                                         | code_added_date |
        | J0696 | Injection, ceftriaxone sodium, per 250 mg                                                | 1990-01-01      |
        | J3490 | Unclassified drugs                                                                       | 1986-01-01      |
        | J7051 | Sterile saline or water, up to 5 cc                                                      | 1986-01-01      |
        | S5000 | Prescription drug, generic                                                               | 2001-01-01      |
        | S5001 | Prescription drug, brand name                                                            | 2001-01-01      |
        | S9500 | Home infusion therapy, antibiotic, antiviral, or antifungal therapy; once every 24 hours | 2002-01-01      |
      And the partial release 2004-07 holds the code records:
        | code  | long_description                                | code_added_date |
        | J1550 | Injection, gamma globulin, intramuscular, 10 cc | 1986-01-01      |
      And the partial release 2005-01 holds the code records:
        | code  | long_description                                                                           | code_added_date |
        | A0382 | Bls routine disposable supplies                                                            | 1995-01-01      |
        | A0422 | Ambulance (als or bls) oxygen and oxygen supplies, life sustaining situation               | 1995-01-01      |
        | A0425 | Ground mileage, per statute mile                                                           | 2001-01-01      |
        | A0427 | Ambulance service, advanced life support, emergency transport, level 1 (als 1 - emergency) | 2001-01-01      |
        | E0431 | Portable gaseous oxygen system, rental                                                     | 1993-01-01      |
        | E1390 | Oxygen concentrator, single delivery port                                                  | 2000-01-01      |
        | K0001 | Standard wheelchair                                                                        | 1994-01-01      |
      And the partial release 2005-04 holds the code records:
        | code  | long_description                                                                  | code_added_date |
        | A7003 | Administration set, with small volume nonfiltered pneumatic nebulizer, disposable | 2000-01-01      |
        | E0570 | Nebulizer, with compressor                                                        | 1986-01-01      |
      And the partial release 2005-10 holds the code records:
        | code  | long_description                                                   | code_added_date |
        | J3301 | Injection, triamcinolone acetonide, not otherwise specified, 10 mg | 1991-01-01      |
      And the partial release 2018-04 holds the code records:
        | code  | long_description                                                                                     | code_added_date |
        | H0003 | Alcohol and/or drug screening; laboratory analysis of specimens for presence of alcohol and/or drugs | 2001-01-01      |
        | T1017 | Targeted case management, each 15 minutes                                                            | 2002-07-01      |
      And the partial release 2023-04 holds the code records:
        | code  | long_description                                  | code_added_date |
        | J1745 | Injection, infliximab, excludes biosimilar, 10 mg | 2000-01-01      |
      And the claims in "../fixtures/claims/samples.json"
      When the claims are checked
      Then there are no findings
