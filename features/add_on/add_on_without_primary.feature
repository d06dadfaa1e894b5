@AOC010
Feature: Add-on code without its primary procedure
  An add-on code pays for something done beside another procedure. Alone it is denied, and the denial is the
  provider's to bear. Since 2026-01-01 the skin substitutes billed by the square centimeter are such codes: a product
  billed without the graft that applied it is not paid.

  Rule: "An add-on code is never eligible for payment if it is the only procedure reported by a practitioner" (CMS Transmittal 2636, CR 7501, summary of changes)

    Scenario: A product billed without the procedure that applied it is denied
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding AOC010
        | field            | value |
        | title            | Add-on code without its primary procedure |
        | disposition      | line_item_denial |
        | message          | Q4257 is an add-on code, and no primary procedure that could carry it is on the claim. Expected beside it: 15271, 15273, 15275, 15277 or 15777. |
        | fix              | Bill the primary procedure that was performed (15271, 15273, 15275, 15277 or 15777) on the same claim, for the same date and practitioner; without one the line is not payable. |
        | evidence         | primary_procedure=absent |
        | remittance       | CO 107 N122 |
        | code_set_release | 2026-01 |
        | authority        | CMS Transmittal 2636, CR 7501 (2013-01-16), NCCI Add-On Codes, Summary of changes; CMS, Medicare NCCI Add-on Code Edits, introduction; Type 1 |
      And the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC010  | line_item_denial |
        | 1           | COV080  | information      |

    Scenario: A product billed beside the procedure that applied it is clean
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the claim is clean
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |

    Scenario: The place of the primary procedure on the claim does not matter, and one carries any number of products
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | line_number | procedure_code | units | date_of_service |
        | 4           | Q4257          | 4     | 2026-01-15      |
        | 7           | Q4390          | 9     | 2026-01-15      |
        | 9           | 15275          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 4           | COV080  | information |
        | 7           | COV080  | information |

    Scenario: One product is no primary procedure of another
      Given the bundled code records
      And the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 4     | 2026-01-15      |
        | Q4390          | 9     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC010  | line_item_denial |
        | 2           | AOC010  | line_item_denial |

    Scenario Outline: The product became an add-on code on 2026-01-01: <date_of_service>
      Given the partial release 2025-10 holds the code records:
        | code  | long_description              |
        | Q4257 | Relese, per square centimeter |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                         |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure) |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | Q4257          | 4     | <date_of_service> |
      When the claim is checked
      Then line 1 <outcome> AOC010

      Examples:
        | date_of_service | outcome        |
        | 2025-10-01      | has no finding |
        | 2025-12-31      | has no finding |
        | 2026-01-01      | has finding    |
        | 2026-03-31      | has finding    |

    Scenario: Without a record of the day it is not known whether a code is an add-on code
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 4     | 2025-12-31      |
        | Q4390          | 4     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |
        | 2           | COD900  | not_checked |

    Scenario Outline: The edit speaks for dates of service from 2013-04-01 on: <date_of_service>
      Given the partial release 2013-01 holds the code records:
        | code  | long_description                                                                                       |
        | C9601 | Drug-eluting stent, each additional branch (list separately in addition to code for primary procedure) |
      And the partial release 2013-04 holds the code records:
        | code  | long_description                                                                                       |
        | C9601 | Drug-eluting stent, each additional branch (list separately in addition to code for primary procedure) |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | C9601          | 1     | <date_of_service> |
      When the claim is checked
      Then line 1 <outcome> AOC010

      Examples:
        | date_of_service | outcome        |
        | 2013-01-01      | has no finding |
        | 2013-03-31      | has no finding |
        | 2013-04-01      | has finding    |
        | 2013-06-30      | has finding    |

    Scenario Outline: An add-on code alone is denied whoever the payer is: <payer_type>
      Given the bundled code records
      And the payer is <payer_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding AOC010

      Examples:
        | payer_type         |
        | medicare           |
        | medicare_advantage |
        | other              |
        | unknown            |

    Scenario Outline: An add-on code alone is denied whatever the claim type: <claim_type>
      Given the bundled code records
      And the payer is other
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC010  | line_item_denial |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

    Scenario: On an institutional claim a line with a revenue code alone is no primary procedure
      Given the bundled code records
      And the payer is other
      And the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | procedure_code | revenue_code | units | date_of_service |
        |                | 0360         | 1     | 2026-01-15      |
        | Q4257          | 0636         | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC010  | line_item_denial |

    Scenario: On an institutional claim the procedure counts with its revenue code
      Given the bundled code records
      And the payer is other
      And the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | procedure_code | revenue_code | units | date_of_service |
        | 15271          | 0360         | 1     | 2026-01-15      |
        | Q4257          | 0636         | 4     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: Modifier <modifier> excuses no add-on code
      Given the bundled code records
      And the payer is other
      And the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | Q4257          | <modifier> | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC010  | line_item_denial |

      Examples:
        | modifier |
        | 59       |
        | XS       |
        | 76       |
        | GY       |

    Scenario: Units that are missing or in parts are said beside the missing primary procedure
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 4.5   | 2026-01-15      |
        | Q4390          |       | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | AOC010  | line_item_denial   |
        | 1           | COV080  | information        |
        | 1           | UOS020  | return_to_provider |
        | 2           | AOC010  | line_item_denial   |
        | 2           | COV080  | information        |
        | 2           | UOS010  | return_to_provider |

  Rule: A descriptor that says "list separately in addition to" makes an add-on code (CMS, Medicare NCCI Add-on Code Edits, introduction); the bare word "add-on" does not

    Background:
      Given the payer is other

    Scenario Outline: An add-on code: <text>
      Given the partial release 2026-01 holds the code records:
        | code   | long_description |
        | <code> | <text>           |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC010  | line_item_denial |

      Examples:
        | code  | text                                                                                                             |
        | C9601 | Drug-eluting stent, each additional branch (list separately in addition to code for primary procedure)           |
        | G0453 | Continuous intraoperative neurophysiology monitoring (list in addition to primary procedure)                     |
        | G2211 | Visit complexity (add-on code, list separately in addition to office/outpatient evaluation and management visit) |
        | G0532 | Take-home supply of nasal nalmefene ( list separately in addition to each primary code)                          |
        | G1028 | Take-home supply of nasal naloxone; list separately in addition to code for primary procedure                    |
        | S2900 | ROBOTIC SURGICAL SYSTEM (LIST SEPARATELY IN ADDITION TO CODE FOR PRIMARY PROCEDURE)                              |
        | Q4432 | 510(k) skin substitute product, not otherwise specified (list in addition to primary procedure)                  |

    Scenario: Blanks between the words of the phrase do not matter
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | G0278          | 1     | 2026-01-15      |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                 |
        | G0278 | Iliac artery angiography (list   separately in  addition   to primary procedure) |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC010  | line_item_denial |

    Scenario Outline: No add-on code: <text>
      Given the partial release 2026-01 holds the code records:
        | code   | long_description | short_description |
        | <code> | <text>           | <short>           |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  | text                                                                                                             | short                       |
        | E0983 | Manual wheelchair accessory, power add-on to convert manual wheelchair to motorized wheelchair, joystick control | Add pwr joystick            |
        | E0984 | Manual wheelchair accessory, power add-on to convert manual wheelchair to motorized wheelchair, tiller control   | Add pwr tiller              |
        | C1842 | Retinal prosthesis, includes all internal and external components; add-on to c1841                               | Retinal prosth, add-on      |
        | C9726 | Placement and removal of applicator into breast, add-on to primary breast procedure                              | Rxt breast appl place/remov |
        | Q9969 | Tc-99m from non-highly enriched uranium source, full cost recovery add-on, per study dose                        | Non-heu tc-99m add-on/dose  |
        | M1145 | Most favored nation (mfn) model drug add-on amount, per dose                                                     | Mfn drug add-on, per dose   |
        | Q4226 | Myown skin, includes harvesting and preparation procedures, per square centimeter                                | Myown harv prep proc sq cm  |
        | G9001 | Coordinated care fee, list separately                                                                            | Mccd, initial rate          |
        | G9002 | Coordinated care fee, in addition to the maintenance rate                                                        | Mccd, maintenance rate      |

  Rule: Which procedures will do is told by the code's own text, or for graft products by a dated list; what is neither leaves the add-on code alone

    Background:
      Given the payer is other

    Scenario Outline: <code> is a primary procedure of a product
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | 15271 |
        | 15273 |
        | 15275 |
        | 15277 |
        | 15777 |

    Scenario Outline: <code> is no primary procedure of a product
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC010  | line_item_denial |

      Examples: procedures outside surgery, which no contractor is expected to accept
        | code  |
        | 00100 |
        | 97597 |
        | 99213 |
        | 0479T |
        | D7140 |

    Scenario Outline: <what> is a graft product, applied by the same procedures
      Given the partial release 2026-01 holds the code records:
        | code   | long_description |
        | <code> | <text>           |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | <code>         | 4     | 2026-01-15      |
        | <code>         | 4     | 2026-02-20      |
        | 99213          | 1     | 2026-02-20      |
      When the claim is checked
      Then line 2 has no finding
      And line 3 has finding AOC030

      Examples: an office visit of the same date is not looked at, so the graft of another date decides
        | code  | what                                              | text                                                                                               |
        | Q4257 | A product per square centimeter                   | Relese, per square centimeter (add-on, list separately in addition to primary procedure)           |
        | Q4208 | A product per "square cenitmeter"                 | Novafix, per square cenitmeter (add-on, list separately in addition to primary procedure)          |
        | Q4357 | A product per square centimeter, two blanks apart | Xwrap plus, per square  centimeter (add-on, list separately in addition to primary procedure)      |
        | A2025 | A product per cubic centimeter                    | Miro3d, per cubic centimeter (add-on, list separately in addition to primary procedure)            |
        | Q4431 | An unlisted product                               | Pma skin substitute product, not otherwise specified (list in addition to primary procedure)       |
        | Q4432 | A second unlisted product                         | 510(k) skin substitute product, not otherwise specified (list in addition to primary procedure)    |
        | Q4433 | A third unlisted product                          | 361 hct/p skin substitute product, not otherwise specified (list in addition to primary procedure) |

    Scenario Outline: <code> is a primary procedure of a product until it ends with 2025
      Given the partial release 2025-10 holds the code records:
        | code   | long_description                                                             |
        | <code> | Application of low cost skin substitute graft                                |
        | Q4449  | Example graft, per square centimeter (list in addition to primary procedure) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2025-12-31      |
        | Q4449          | 4     | 2025-12-31      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | C5271 |
        | C5273 |
        | C5275 |
        | C5277 |

    Scenario Outline: <code> is no primary procedure of a product from 2026-01-01 on
      Given the partial release 2026-01 holds the code records:
        | code   | long_description                                                             | termination_date |
        | <code> | Application of low cost skin substitute graft                                | 2025-12-31       |
        | Q4449  | Example graft, per square centimeter (list in addition to primary procedure) |                  |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-01      |
        | Q4449          | 4     | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD030  | return_to_provider |
        | 2           | AOC010  | line_item_denial   |

      Examples:
        | code  |
        | C5271 |
        | C5273 |
        | C5275 |
        | C5277 |

    Scenario: Were the hospital code still valid in 2026, it would not be a primary procedure all the same
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                             |
        | C5271 | Application of low cost skin substitute graft                                |
        | Q4449 | Example graft, per square centimeter (list in addition to primary procedure) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | C5271          | 1     | 2026-01-01      |
        | Q4449          | 4     | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC010  | line_item_denial |

    Scenario: The message before 2026 names the hospital codes too
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                                                             |
        | Q4449 | Example graft, per square centimeter (list in addition to primary procedure) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4449          | 4     | 2025-12-31      |
      When the claim is checked
      Then line 1 has finding AOC010
        | field   | value |
        | message | Q4449 is an add-on code, and no primary procedure that could carry it is on the claim. Expected beside it: 15271, 15273, 15275, 15277, 15777, C5271, C5273, C5275 or C5277. |
        | fix     | Bill the primary procedure that was performed (15271, 15273, 15275, 15277, 15777, C5271, C5273, C5275 or C5277) on the same claim, for the same date and practitioner; without one the line is not payable. |

    Scenario Outline: The text of <code> names <primary>
      Given the partial release <release> holds the code records:
        | code   | long_description |
        | <code> | <text>           |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <primary>      | 1     | <day>           |
        | <code>         | 1     | <day>           |
      When the claim is checked
      Then line 2 has no finding

      Examples:
        | code  | primary | release | day        | text                                                                                                                                                                            |
        | G0279 | 77065   | 2026-01 | 2026-01-15 | Diagnostic digital breast tomosynthesis (list separately in addition to 77065 or 77066)                                                                                         |
        | G0279 | 77066   | 2026-01 | 2026-01-15 | Diagnostic digital breast tomosynthesis (list separately in addition to 77065 or 77066)                                                                                         |
        | G0316 | 99223   | 2026-01 | 2026-01-15 | Prolonged inpatient care; each additional 15 minutes (list separately in addition to cpt codes 99223, 99233, and 99236 for hospital inpatient care). (do not report with 99358) |
        | G0316 | 99236   | 2026-01 | 2026-01-15 | Prolonged inpatient care; each additional 15 minutes (list separately in addition to cpt codes 99223, 99233, and 99236 for hospital inpatient care). (do not report with 99358) |
        | G0561 | 69433   | 2026-01 | 2026-01-15 | Tympanostomy tube delivery device (list separately in addition to 69433) (do not use in conjunction with 0583t)                                                                 |
        | G3003 | G3002   | 2026-01 | 2026-01-15 | Each additional 15 minutes of chronic pain management (list separately in addition to code for g3002. when using g3003, 15 minutes must be met or exceeded.)                    |
        | U0005 | U0003   | 2023-04 | 2023-05-11 | High throughput technologies (list separately in addition to either hcpcs code u0003 or u0004) as described by cms-2020-01-r2                                                   |
        | U0005 | U0004   | 2023-04 | 2023-05-11 | High throughput technologies (list separately in addition to either hcpcs code u0003 or u0004) as described by cms-2020-01-r2                                                   |

    Scenario Outline: A list that the text names is closed: <primary> does not serve <code>
      Given the partial release 2026-01 holds the code records:
        | code   | long_description |
        | <code> | <text>           |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <primary>      | 1     | 2026-01-15      |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC010  | line_item_denial |

      Examples: what stands behind the closing parenthesis is not in the list
        | code  | primary | text                                                                                                                                                                            |
        | G0279 | 77067   | Diagnostic digital breast tomosynthesis (list separately in addition to 77065 or 77066)                                                                                         |
        | G0279 | 11042   | Diagnostic digital breast tomosynthesis (list separately in addition to 77065 or 77066)                                                                                         |
        | G0316 | 99213   | Prolonged inpatient care; each additional 15 minutes (list separately in addition to cpt codes 99223, 99233, and 99236 for hospital inpatient care). (do not report with 99358) |
        | G0316 | 99358   | Prolonged inpatient care; each additional 15 minutes (list separately in addition to cpt codes 99223, 99233, and 99236 for hospital inpatient care). (do not report with 99358) |
        | G0561 | 0583T   | Tympanostomy tube delivery device (list separately in addition to 69433) (do not use in conjunction with 0583t)                                                                 |

    Scenario: The message names the codes of the text, as a choice
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                        |
        | G0279 | Diagnostic digital breast tomosynthesis (list separately in addition to 77065 or 77066) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0279          | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding AOC010
        | field   | value |
        | message | G0279 is an add-on code, and no primary procedure that could carry it is on the claim. Expected beside it: 77065 or 77066. |
        | fix     | Bill the primary procedure that was performed (77065 or 77066) on the same claim, for the same date and practitioner; without one the line is not payable. |

    Scenario: Where neither text nor list tells, the message names no code
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                       |
        | C9601 | Drug-eluting stent, each additional branch (list separately in addition to code for primary procedure) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | C9601          | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding AOC010
        | field   | value |
        | message | C9601 is an add-on code, and no primary procedure that could carry it is on the claim. |
        | fix     | Bill the primary procedure that was performed on the same claim, for the same date and practitioner; without one the line is not payable. |

    Scenario: A code never names itself as its primary procedure
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                                                                             |
        | G3003 | Each additional 15 minutes of chronic pain management (list separately in addition to code for g3002. when using g3003, 15 minutes must be met or exceeded.) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G3003          | 1     | 2026-01-15      |
        | G3003          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC010  | line_item_denial |
        | 2           | AOC010  | line_item_denial |

    Scenario: A text that names the code itself and no other names none
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                               |
        | G0998 | Example service, each further hour (list separately in addition to code g0998) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0998          | 1     | 2026-01-15      |
        | G0998          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | message                                                                   |
        | 1           | AOC010  | line_item_denial | G0998 is an add-on code, and no primary procedure that could carry it is on the claim. |
        | 2           | AOC010  | line_item_denial | G0998 is an add-on code, and no primary procedure that could carry it is on the claim. |

    Scenario: A malformed code is no primary procedure, however it was meant
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | I5271          | 1     | 2026-01-15      |
        | 1527I          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding COD005
      And line 3 has finding AOC010

    Scenario: A primary procedure on another claim does not count
      Given the claim:
        """
        [
          {"claim_id": "A", "payer_type": "other", "patient_id": "P1", "rendering_provider": "X", "lines": [
            {"line_number": 1, "procedure_code": "15271", "units": 1, "date_of_service": "2026-01-15"}]},
          {"claim_id": "B", "payer_type": "other", "patient_id": "P1", "rendering_provider": "X", "lines": [
            {"line_number": 1, "procedure_code": "Q4257", "units": 4, "date_of_service": "2026-01-15"}]}
        ]
        """
      When the claims are checked
      Then the findings are exactly:
        | claim_id | line_number | edit_id | disposition      |
        | B        | 1           | AOC010  | line_item_denial |

  Rule: Of an add-on code of type 1 the add-on code file names every primary procedure; for type 2, shown as CCCCC, the contractors do; of type 3 it names some (CMS, Medicare NCCI Add-on Code Edits, Types 1 to 3)

    Background:
      Given the payer is other
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
        | 15777       | CCCCC        | 2         |
        | 92921       | 92920        | 1         |
        | 92921       | C9600        | 1         |
        | 96160       | 99202        | 3         |
        | 96160       | 99203        | 3         |

    Scenario: An additional application code without the first is denied, CPT or not
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 2     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding AOC010
        | field            | value |
        | message          | 15272 is an add-on code, and no primary procedure that could carry it is on the claim. Expected beside it: 15271. |
        | fix              | Bill the primary procedure that was performed (15271) on the same claim, for the same date and practitioner; without one the line is not payable. |
        | evidence         | primary_procedure=absent |
        | remittance       | CO 107 N122 |
        | code_set_release | none |
      And the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC010  | line_item_denial |

    Scenario: An additional application code beside the first is clean
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 2     | 2026-01-15      |
        | 15271          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: <primary> beside <code>, of type <edit_type>
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <primary>      | 1     | 2026-01-15      |
        | <code>         | 2     | 2026-01-15      |
      When the claim is checked
      Then line 2 <outcome> AOC010

      Examples: a closed list
        | code  | edit_type | primary | outcome        |
        | 15272 | 1         | 15271   | has no finding |
        | 15272 | 1         | 15273   | has finding    |
        | 15272 | 1         | 15275   | has finding    |
        | 15272 | 1         | 11042   | has finding    |
        | 92921 | 1         | 92920   | has no finding |
        | 92921 | 1         | C9600   | has no finding |
        | 92921 | 1         | 92928   | has finding    |

      Examples: no list, any procedure may be accepted
        | code  | edit_type | primary | outcome        |
        | 15777 | 2         | 19357   | has no finding |
        | 15777 | 2         | 99213   | has no finding |
        | 15777 | 2         | D7140   | has finding    |
        | 15777 | 2         | A4649   | has finding    |
        | 15777 | 2         | 15272   | has finding    |

      Examples: an open list
        | code  | edit_type | primary | outcome        |
        | 96160 | 3         | 99202   | has no finding |
        | 96160 | 3         | 99203   | has no finding |
        | 96160 | 3         | 99213   | has no finding |
        | 96160 | 3         | D7140   | has finding    |

    Scenario Outline: <code> alone
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | message   |
        | 1           | AOC010  | line_item_denial | <message> |

      Examples: CCCCC is no code that could be billed
        | code  | message |
        | 92921 | 92921 is an add-on code, and no primary procedure that could carry it is on the claim. Expected beside it: 92920 or C9600. |
        | 15777 | 15777 is an add-on code, and no primary procedure that could carry it is on the claim. |
        | 96160 | 96160 is an add-on code, and no primary procedure that could carry it is on the claim. Expected beside it: 99202 or 99203. |

    Scenario: A code that the table does not list is no add-on code
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15274          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: Where the table and the text of the code differ, the table counts
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | G0022       | 99487        | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0019          | 1     | 2026-01-15      |
        | G0022          | 2     | 2026-01-15      |
        | 99487          | 1     | 2026-01-20      |
        | G0022          | 1     | 2026-01-20      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC030  | line_item_denial |

    Scenario: A code whose text says that it is an add-on code is one, though the table does not list it
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | G0022          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | message                                                                                                                |
        | 2           | AOC010  | line_item_denial | G0022 is an add-on code, and no primary procedure that could carry it is on the claim. Expected beside it: G0019. |

    Scenario Outline: A product that the table lists has the primary procedures of the table alone: <primary>
      Given the bundled code records
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | Q4257       | 15271        | 1         |
        | Q4257       | 15275        | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <primary>      | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then line 2 <outcome> AOC010

      Examples:
        | primary | outcome        |
        | 15271   | has no finding |
        | 15275   | has no finding |
        | 15273   | has finding    |
        | 11042   | has finding    |

    Scenario: A code whose record is not loaded is judged by the table
      Given no code records
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | G0022       | G0019        | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0022          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC010  | line_item_denial |
        | 1           | COD900  | not_checked      |

    Scenario Outline: An add-on code of the table is not denied where <edit> stands on its line
      Given the complete release 2026-01 holds the code records:
        | code  | code_added_date | termination_date |
        | G0022 | 2026-01-02      | 2026-02-28       |
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | G0022       | G0019        | 1         |
        | G0024       | G0023        | 1         |
        | G002        | G0019        | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 2     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | G002  | 2026-01-15 | COD005 | return_to_provider |
        | G0024 | 2026-01-15 | COD010 | return_to_provider |
        | G0022 | 2026-01-01 | COD020 | return_to_provider |
        | G0022 | 2026-01-02 | AOC010 | line_item_denial   |
        | G0022 | 2026-02-28 | AOC010 | line_item_denial   |
        | G0022 | 2026-03-01 | COD030 | return_to_provider |

  Rule: A pair has a first day and may have a last one, its own or that of either code; of a file with such dates every date up to the end of its quarter can be judged (CMS, Medicare NCCI Add-on Code Edits)

    Background:
      Given the payer is other

    Scenario Outline: A pair <what>, on <day>
      Given the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type | effective_date | deletion_date | add_on_deletion_date | primary_deletion_date |
        | 15272       | 15271        | 1         | <from>         | <pair>        | <add_on>             | <primary>             |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 2     | <day>           |
      When the claim is checked
      Then line 1 <outcome> AOC010

      Examples:
        | what                       | from       | pair       | add_on     | primary    | day        | outcome        |
        | from 2012-01-01 on         | 2012-01-01 |            |            |            | 2013-03-31 | has no finding |
        | from 2012-01-01 on         | 2012-01-01 |            |            |            | 2013-04-01 | has finding    |
        | from 2020-01-01 on         | 2020-01-01 |            |            |            | 2019-12-31 | has no finding |
        | from 2020-01-01 on         | 2020-01-01 |            |            |            | 2020-01-01 | has finding    |
        | from 2020-01-01 on         | 2020-01-01 |            |            |            | 2026-03-31 | has finding    |
        | until 2025-06-30           | 2020-01-01 | 2025-06-30 |            |            | 2025-06-30 | has finding    |
        | until 2025-06-30           | 2020-01-01 | 2025-06-30 |            |            | 2025-07-01 | has no finding |
        | until its add-on code ends | 2020-01-01 |            | 2025-06-30 |            | 2025-06-30 | has finding    |
        | until its add-on code ends | 2020-01-01 |            | 2025-06-30 |            | 2025-07-01 | has no finding |
        | until its primary ends     | 2020-01-01 |            |            | 2025-06-30 | 2025-06-30 | has finding    |
        | until its primary ends     | 2020-01-01 |            |            | 2025-06-30 | 2025-07-01 | has no finding |
        | until the first of its end | 2020-01-01 | 2025-12-31 | 2025-06-30 | 2025-09-30 | 2025-06-30 | has finding    |
        | until the first of its end | 2020-01-01 | 2025-12-31 | 2025-06-30 | 2025-09-30 | 2025-07-01 | has no finding |
        | of one day                 | 2025-06-30 | 2025-06-30 |            |            | 2025-06-29 | has no finding |
        | of one day                 | 2025-06-30 | 2025-06-30 |            |            | 2025-06-30 | has finding    |

    Scenario: After the quarter of the file its pairs are not known
      Given the add-on code table 2026-01 lists:
        | add_on_code | primary_code | effective_date |
        | 15272       | 15271        | 2020-01-01     |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 2     | 2026-04-01      |
      When the claim is checked
      Then AOC010 is not checked on line 1 because loaded, but not speaking of the code on 2026-04-01: the add-on code table

    Scenario Outline: Of two pairs of one code each does on its own days: <primary> on <day>
      Given the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type | effective_date | deletion_date |
        | 92921       | 92920        | 1         | 2013-01-01     | 2025-12-31    |
        | 92921       | 92924        | 1         | 2026-01-01     |               |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <primary>      | 1     | <day>           |
        | 92921          | 1     | <day>           |
      When the claim is checked
      Then line 2 <outcome> AOC010

      Examples:
        | primary | day        | outcome        |
        | 92920   | 2025-12-31 | has no finding |
        | 92924   | 2025-12-31 | has finding    |
        | 92920   | 2026-01-01 | has finding    |
        | 92924   | 2026-01-01 | has no finding |

    Scenario: One claim is judged by the pairs of each line's date
      Given the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type | effective_date | deletion_date |
        | 15272       | 15271        | 1         | 2012-01-01     | 2025-12-31    |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 1     | 2025-12-31      |
        | 15272          | 1     | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC010  | line_item_denial |

    Scenario Outline: Without dates the file speaks for its quarter alone: <day>
      Given the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 2     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | day        | edit   | disposition      |
        | 2025-12-31 | AOC900 | not_checked      |
        | 2026-01-01 | AOC010 | line_item_denial |
        | 2026-03-31 | AOC010 | line_item_denial |
        | 2026-04-01 | AOC900 | not_checked      |

    Scenario Outline: A dated file of a later quarter speaks for earlier ones, and the nearest first: <primary> on <day>
      Given the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 92921       | 92920        | 1         |
      And the add-on code table 2026-04 lists:
        | add_on_code | primary_code | edit_type | effective_date |
        | 92921       | 92924        | 1         | 2013-01-01     |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <primary>      | 1     | <day>           |
        | 92921          | 1     | <day>           |
      When the claim is checked
      Then line 2 <outcome> AOC010

      Examples:
        | primary | day        | outcome        |
        | 92920   | 2025-12-31 | has finding    |
        | 92924   | 2025-12-31 | has no finding |
        | 92920   | 2026-01-01 | has no finding |
        | 92924   | 2026-01-01 | has finding    |
        | 92920   | 2026-03-31 | has no finding |
        | 92920   | 2026-04-01 | has finding    |
        | 92924   | 2026-04-01 | has no finding |
