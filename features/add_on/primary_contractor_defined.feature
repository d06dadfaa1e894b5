@AOC050
Feature: Primary procedure of an add-on code is for the contractor to accept
  For some add-on codes CMS lists no primary procedures, or not all of them: each contractor has a list of its own.
  A procedure that may be on it stands on the claim; whether the line is paid is not known before somebody looks.

  Rule: "Claims processing contractors are encouraged to develop their own lists of primary procedure codes for this type" (CMS, Medicare NCCI Add-on Code Edits, Type 2)

    Background:
      Given the payer is other

    Scenario: A product beside a surgical procedure that is not listed gets the advice to ask
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 11042          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding AOC050
        | field            | value |
        | title            | Primary procedure of an add-on code is for the contractor to accept |
        | disposition      | advisory |
        | message          | Q4257 is an add-on code; the procedure on line 1 may serve as its primary, if the contractor accepts it. |
        | fix              | Look up which primary procedures the contractor accepts for Q4257. |
        | evidence         | primary_procedure=contractor_defined |
        | remittance       | none |
        | code_set_release | 2026-01 |
        | authority        | CMS, Medicare NCCI Add-on Code Edits, Type 2 |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC050  | advisory    |

    Scenario: A listed procedure is enough, whatever else stands on the claim
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 11042          | 1     | 2026-01-15      |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: Beside a product the contractor may accept surgery, CPT 10004 to 69990: <code>
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id   | disposition   |
        | 2           | <edit_id> | <disposition> |

      Examples:
        | code  | edit_id | disposition      |
        | 10003 | AOC010  | line_item_denial |
        | 10004 | AOC050  | advisory         |
        | 15270 | AOC050  | advisory         |
        | 15778 | AOC050  | advisory         |
        | 69990 | AOC050  | advisory         |
        | 69991 | AOC010  | line_item_denial |
        | 70010 | AOC010  | line_item_denial |
        | 00100 | AOC010  | line_item_denial |
        | 99213 | AOC010  | line_item_denial |
        | 0479T | AOC010  | line_item_denial |
        | 1036F | AOC010  | line_item_denial |
        | D7140 | AOC010  | line_item_denial |

    Scenario: Without an add-on table nothing tells that a CPT code is itself an add-on code
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC050  | advisory    |

    Scenario Outline: A Level II procedure is nothing that a contractor accepts beside a product: <code>
      Given the partial release 2026-01 holds the code records:
        | code   | long_description                                                                         |
        | <code> | Example procedure                                                                        |
        | Q4257  | Relese, per square centimeter (add-on, list separately in addition to primary procedure) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC010  | line_item_denial |

      Examples:
        | code  |
        | C9600 |
        | G0281 |
        | S0390 |
        | Q4226 |

    Scenario Outline: Beside an add-on code that is no product the contractor may accept any CPT code: <code>
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                       |
        | C9601 | Drug-eluting stent, each additional branch (list separately in addition to code for primary procedure) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
        | C9601          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC050  | advisory    |

      Examples:
        | code  |
        | 00100 |
        | 10003 |
        | 11042 |
        | 80053 |
        | 92920 |
        | 99213 |
        | 0479T |
        | 0001U |
        | 1036F |

    Scenario Outline: Of the Level II codes it may accept C, G, H, S and T: <code>
      Given the partial release 2026-01 holds the code records:
        | code   | long_description                                                                                       |
        | <code> | Example item or service                                                                                |
        | C9601  | Drug-eluting stent, each additional branch (list separately in addition to code for primary procedure) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
        | C9601          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id   | disposition   |
        | 2           | <edit_id> | <disposition> |

      Examples: supplies, equipment and drugs are no procedures
        | code  | edit_id | disposition      |
        | A4550 | AOC010  | line_item_denial |
        | B4150 | AOC010  | line_item_denial |
        | C9600 | AOC050  | advisory         |
        | E0601 | AOC010  | line_item_denial |
        | G0438 | AOC050  | advisory         |
        | H0004 | AOC050  | advisory         |
        | J7325 | AOC010  | line_item_denial |
        | K0001 | AOC010  | line_item_denial |
        | L1810 | AOC010  | line_item_denial |
        | M0201 | AOC010  | line_item_denial |
        | P9612 | AOC010  | line_item_denial |
        | Q3014 | AOC010  | line_item_denial |
        | R0070 | AOC010  | line_item_denial |
        | S0390 | AOC050  | advisory         |
        | T1015 | AOC050  | advisory         |
        | U0003 | AOC010  | line_item_denial |
        | V2020 | AOC010  | line_item_denial |

    Scenario: A dental code is no procedure that a contractor accepts
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                       |
        | C9601 | Drug-eluting stent, each additional branch (list separately in addition to code for primary procedure) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | D7140          | 1     | 2026-01-15      |
        | C9601          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC010  | line_item_denial |

    Scenario: An add-on product of another unit is no graft product, and any CPT code may do
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                               |
        | Q4449 | Example gel, per 10 mg (list in addition to primary procedure) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | 2026-01-15      |
        | Q4449          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC050  | advisory    |

    Scenario: A text that names the code itself and no other leaves the choice to the contractor
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                               |
        | G0998 | Example service, each further hour (list separately in addition to code g0998) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | 2026-01-15      |
        | G0998          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC050  | advisory    |

    Scenario: A text that names codes leaves the contractor no choice
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | 2026-01-15      |
        | G0022          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC010  | line_item_denial |

  Rule: A procedure that may be accepted is one of the same date that is not denied, and neither an add-on code nor a graft product

    Background:
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                                 | coverage_code |
        | C1849 | Skin substitute, synthetic, resorbable, per square centimeter                                                    |               |
        | C9601 | Drug-eluting stent, each additional branch (list separately in addition to code for primary procedure)           |               |
        | C9603 | Coronary atherectomy, each additional branch (list separately in addition to code for primary procedure)         |               |
        | G0438 | Annual wellness visit, initial visit                                                                             | I             |
        | G2211 | Visit complexity (add-on code, list separately in addition to office/outpatient evaluation and management visit) |               |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure)                         |               |

    Scenario Outline: A procedure of <date_of_service> does not serve an add-on code of 2026-01-15
      Given the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | 11042          | 1     | <date_of_service> |
        | Q4257          | 4     | 2026-01-15        |
        | C9601          | 1     | 2026-01-15        |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC010  | line_item_denial |
        | 3           | AOC010  | line_item_denial |

      Examples:
        | date_of_service |
        | 2026-01-14      |
        | 2026-01-16      |

    Scenario: Who rendered the procedure does not matter
      Given the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 11042          | 1     | 2026-01-15      | B                  |
        | Q4257          | 4     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC050  | advisory    |

    Scenario: A listed procedure by another practitioner may be accepted like any other
      Given the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 15271          | 1     | 2026-01-15      | B                  |
        | Q4257          | 4     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC050  | advisory    |

    Scenario: A listed procedure by another practitioner that must be corrected is not denied, and may be accepted
      Given the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 15271          |       | 2026-01-15      | B                  |
        | Q4257          | 4     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |
        | 2           | AOC050  | advisory           |

    Scenario: A procedure that is denied is not accepted
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0438          | 1     | 2026-01-15      |
        | G2211          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COV010  | line_item_denial |
        | 2           | AOC010  | line_item_denial |

    Scenario: The same procedure, where the payer is not bound by Medicare's coverage, may be accepted
      Given the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0438          | 1     | 2026-01-15      |
        | G2211          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC050  | advisory    |

    Scenario: A procedure that must be corrected is not denied, and may be accepted
      Given the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 11042          |       | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |
        | 2           | AOC050  | advisory           |

    Scenario: A Level II procedure whose record is not loaded may be accepted
      Given the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0439          | 1     | 2026-01-15      |
        | G2211          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |
        | 2           | AOC050  | advisory    |

    Scenario: One add-on code is not accepted for another
      Given the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | C9603          | 1     | 2026-01-15      |
        | C9601          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC010  | line_item_denial |
        | 2           | AOC010  | line_item_denial |

    Scenario: An add-on code that the contractor may accept to pay is still no primary procedure of another
      Given the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | C9603          | 1     | 2026-01-15      |                    |
        | 92920          | 1     | 2026-01-15      |                    |
        | C9601          | 1     | 2026-01-16      |                    |
        | C9603          | 1     | 2026-01-16      |                    |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC050  | advisory         |
        | 3           | AOC010  | line_item_denial |
        | 4           | AOC010  | line_item_denial |

    Scenario: A graft product is not accepted for an add-on code, although its code begins with C
      Given the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | C1849          | 4     | 2026-01-15      |
        | C9601          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC010  | line_item_denial |

    Scenario: A line with a revenue code alone, and a code of another code set, are no procedures
      Given the payer is other
      And the claim type is institutional
      And the claim lines:
        | procedure_code | revenue_code | code_qualifier | units | date_of_service |
        |                | 0481         |                | 1     | 2026-01-15      |
        | 92920          | 0481         | IV             | 1     | 2026-01-15      |
        | C9601          | 0481         |                | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 3           | AOC010  | line_item_denial |

    Scenario: The first of several procedures is named
      Given the payer is other
      And the claim lines:
        | line_number | procedure_code | units | date_of_service |
        | 9           | 11042          | 1     | 2026-01-15      |
        | 2           | 99213          | 1     | 2026-01-15      |
        | 4           | 11043          | 1     | 2026-01-15      |
        | 1           | Q4257          | 4     | 2026-01-15      |
        | 3           | G2211          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | message                                                                                                  |
        | 1           | AOC050  | Q4257 is an add-on code; the procedure on line 4 may serve as its primary, if the contractor accepts it. |
        | 3           | AOC050  | G2211 is an add-on code; the procedure on line 2 may serve as its primary, if the contractor accepts it. |

    Scenario Outline: A <claim_type> claim is judged alike
      Given the payer is other
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 11042          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC050  | advisory    |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

  Rule: The rule is in force for dates of service from 2013-04-01 on (CMS Transmittal 2636, CR 7501)

    Scenario Outline: The edit speaks for dates of service from 2013-04-01 on: <date_of_service>
      Given the payer is other
      And the partial release 2013-01 holds the code records:
        | code  | long_description                                                                                       |
        | C9600 | Drug-eluting stent, single vessel                                                                      |
        | C9601 | Drug-eluting stent, each additional branch (list separately in addition to code for primary procedure) |
      And the partial release 2013-04 holds the code records:
        | code  | long_description                                                                                       |
        | C9600 | Drug-eluting stent, single vessel                                                                      |
        | C9601 | Drug-eluting stent, each additional branch (list separately in addition to code for primary procedure) |
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | C9600          | 1     | <date_of_service> |
        | C9601          | 1     | <date_of_service> |
      When the claim is checked
      Then line 2 <outcome> AOC050

      Examples:
        | date_of_service | outcome        |
        | 2013-03-31      | has no finding |
        | 2013-04-01      | has finding    |

  Rule: The add-on code file shows codes whose primary procedures the contractor defines as CCCCC (type 2), and lists that it may add to (type 3)

    Background:
      Given the payer is other
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
        | 15777       | CCCCC        | 2         |
        | 96160       | 99202        | 3         |
        | 96160       | 99292        | 3         |
        | 99292       | 99291        | 1         |

    Scenario Outline: <other> beside <code>
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <other>        | 1     | 2026-01-15      |
        | <code>         | 2     | 2026-01-15      |
      When the claim is checked
      Then line 2 <outcome> AOC050

      Examples: type 2, any procedure
        | code  | other | outcome        |
        | 15777 | 19357 | has finding    |
        | 15777 | 99213 | has finding    |
        | 15777 | 15271 | has finding    |
        | 15777 | D7140 | has no finding |

      Examples: type 3, a listed one is enough, another may be accepted
        | code  | other | outcome        |
        | 96160 | 99202 | has no finding |
        | 96160 | 99213 | has finding    |
        | 96160 | 11042 | has finding    |
        | 96160 | D7140 | has no finding |

      Examples: type 1 leaves no choice
        | code  | other | outcome        |
        | 15272 | 15271 | has no finding |
        | 15272 | 15273 | has no finding |
        | 15272 | 11042 | has no finding |

    Scenario: An add-on code of the table is nothing that a contractor accepts for another
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-14      |
        | 15272          | 2     | 2026-01-15      |
        | 15777          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC035  | suspension       |
        | 3           | AOC010  | line_item_denial |

    Scenario: A listed add-on code with its own primary procedure is enough, and so is one without where another may be accepted
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 99291          | 1     | 2026-01-15      |
        | 99292          | 2     | 2026-01-15      |
        | 96160          | 1     | 2026-01-15      |
        | 99292          | 1     | 2026-01-20      |
        | 99213          | 1     | 2026-01-20      |
        | 96160          | 2     | 2026-01-20      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 4           | AOC030  | line_item_denial |
        | 6           | AOC050  | advisory         |

    Scenario: With a table it is told that a CPT code is itself an add-on code, and no contractor accepts it for a product
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC010  | line_item_denial |
        | 2           | AOC010  | line_item_denial |

    Scenario: Breast reconstruction: the contractor's word on 15777 is enough for the product that it used
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 19357          | 1     | 2026-01-15      |
        | 15777          | 1     | 2026-01-15      |
        | Q4257          | 96    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC050  | advisory    |

    Scenario: A product that the table lists as CCCCC has no listed primary procedure
      Given the bundled code records
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | Q4257       | CCCCC        | 2         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
        | 99213          | 1     | 2026-01-20      |
        | Q4257          | 4     | 2026-01-20      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC050  | advisory         |
        | 4           | AOC010  | line_item_denial |

    Scenario: A denied procedure is not accepted
      Given the payer is medicare
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 19357          | 1     | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 19357          | 2     | 2026-01-15      |
        | 15777          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | UOS030  | line_item_denial |
        | 2           | AOC010  | line_item_denial |

    Scenario Outline: Undated, the file speaks for its quarter alone: <day>
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 19357          | 1     | <day>           |
        | 15777          | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 2           | <edit>  | <disposition> |

      Examples:
        | day        | edit   | disposition |
        | 2025-12-31 | AOC900 | not_checked |
        | 2026-01-01 | AOC050 | advisory    |
        | 2026-03-31 | AOC050 | advisory    |
        | 2026-04-01 | AOC900 | not_checked |

    Scenario Outline: A pair with dates is open on its own days: <day>
      Given the add-on code table 2026-04 lists:
        | add_on_code | primary_code | edit_type | effective_date | deletion_date |
        | 76937       | CCCCC        | 2         | 2026-04-02     | 2026-06-29    |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 36410          | 1     | <day>           |
        | 76937          | 1     | <day>           |
      When the claim is checked
      Then line 2 <outcome> AOC050

      Examples:
        | day        | outcome        |
        | 2026-04-01 | has no finding |
        | 2026-04-02 | has finding    |
        | 2026-06-29 | has finding    |
        | 2026-06-30 | has no finding |

  Rule: What is wrong with the add-on code itself comes first, for whatever payer (45 CFR 162.1000)

    Scenario: An unknown, a coming and an ended add-on code are returned, and no more is said of their primary procedure
      Given the complete release 2026-01 holds the code records:
        | code  | code_added_date | termination_date |
        | G0901 | 2000-01-01      |                  |
        | G0903 | 2026-01-16      |                  |
        | G0904 | 2000-01-01      | 2026-01-14       |
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | G0901       | CCCCC        | 2         |
        | G0902       | CCCCC        | 2         |
        | G0903       | CCCCC        | 2         |
        | G0904       | CCCCC        | 2         |
      And the payer is medicare_advantage
      And the claim lines:
        | line_number | procedure_code | units | date_of_service | rendering_provider |
        | 1           | 99213          | 1     | 2026-01-15      | A                  |
        | 2           | G0901          | 1     | 2026-01-15      | A                  |
        | 3           | G0902          | 1     | 2026-01-15      | A                  |
        | 4           | G0903          | 1     | 2026-01-15      | A                  |
        | 5           | G0904          | 1     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | AOC050  | advisory           |
        | 3           | COD010  | return_to_provider |
        | 4           | COD020  | return_to_provider |
        | 5           | COD030  | return_to_provider |

    Scenario Outline: Every code of the series counts as a procedure, from the first to the last: <procedure>
      Given the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 99487       | CCCCC        | 2         |
      And no code records
      And the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <procedure>    | 1     | 2026-01-15      |
        | 99487          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |
        | 2           | AOC050  | advisory    |

      Examples:
        | procedure |
        | C0000     |
        | C9999     |
        | G0000     |
        | G9999     |
        | H0000     |
        | H9999     |
        | S0000     |
        | S9999     |
        | T0000     |
        | T9999     |
