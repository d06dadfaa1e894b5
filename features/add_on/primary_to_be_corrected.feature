@AOC055
Feature: Primary procedure of an add-on code must be corrected first
  Where the procedure comes back for correction, nobody has decided yet whether it is paid, and so not whether what
  hangs on it is. Corrected together, both are paid together; the add-on line sent alone is denied.

  Rule: The add-on code is payable if its primary procedure is (CMS, Medicare NCCI Add-on Code Edits, Type 1); of a line returned as unprocessable nothing has been determined (Pub. 100-04, ch. 1, sec. 80.3.1, as quoted by NGS, article 972099)

    Scenario: A product beside a procedure that will be returned gets the advice to correct that one first
      Given the bundled code records
      And the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          |       | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding AOC055
        | field            | value |
        | title            | Primary procedure of an add-on code must be corrected first |
        | disposition      | advisory |
        | message          | Q4257 is an add-on code, and its primary procedure on line 1 will be returned for correction. |
        | fix              | Correct line 1 and send both together; until then nobody can say whether this line is paid. |
        | evidence         | primary_procedure=to_be_corrected |
        | remittance       | none |
        | code_set_release | 2026-01 |
        | authority        | CMS, Medicare NCCI Add-on Code Edits, Type 1; Medicare Claims Processing Manual, Pub. 100-04, ch. 1, as quoted by NGS Medicare (article 972099), sec. 80.3.1, incomplete or invalid claims |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |
        | 2           | AOC055  | advisory           |

    Scenario: A product beside a procedure that needs no correction passes
      Given the bundled code records
      And the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: The primary procedure will be returned: <why>
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers   | units   | date_of_service | date_of_service_end |
        | 15271          | <modifiers> | <units> | 2026-01-15      | <end>               |
        | Q4257          |             | 4       | 2026-01-15      |                     |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id   | disposition        |
        | 1           | <edit_id> | return_to_provider |
        | 2           | AOC055    | advisory           |
        | 2           | COV080    | information        |

      Examples:
        | why              | modifiers | units | end        | edit_id |
        | no units         |           |       |            | UOS010  |
        | units of zero    |           | 0     |            | UOS010  |
        | units below zero |           | -1    |            | UOS010  |
        | reversed dates   |           | 1     | 2026-01-14 | COD040  |
        | GA with GZ       | GA GZ     | 1     |            | COV060  |
        | GY with GZ       | GY GZ     | 1     |            | COV060  |
        | GX with GA       | GX GA     | 1     |            | COV060  |

    Scenario: What Medicare returns another payer may take
      Given the bundled code records
      And the payer is other
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          | GA GZ     | 1     | 2026-01-15      |
        | Q4257          |           | 4     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: One payable primary procedure is enough, whatever must be corrected
      Given the bundled code records
      And the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          |       | 2026-01-15      |
        | 15275          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |

    Scenario: A primary procedure to be corrected counts before one that the contractor may accept
      Given the bundled code records
      And the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 11042          | 1     | 2026-01-15      |
        | 15271          |       | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | message                                                                                       |
        | 2           | UOS010  | return_to_provider | The line bills no units of service above zero.                                                |
        | 3           | AOC055  | advisory           | Q4257 is an add-on code, and its primary procedure on line 2 will be returned for correction. |

    Scenario: A primary procedure to be corrected counts before one of the day before
      Given the bundled code records
      And the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-14      |
        | 15271          |       | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | UOS010  | return_to_provider |
        | 3           | AOC055  | advisory           |

    Scenario Outline: Practitioner "<primary>" of the primary procedure and "<add_on>" of the add-on code may be one
      Given the bundled code records
      And the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 15271          |       | 2026-01-15      | <primary>          |
        | Q4257          | 4     | 2026-01-15      | <add_on>           |
      When the claim is checked
      Then line 2 has finding AOC055

      Examples: a practitioner who is not named may be anyone
        | primary | add_on |
        | A       | A      |
        | A       |        |
        |         | A      |
        |         |        |

    Scenario Outline: A <claim_type> claim is judged alike
      Given the bundled code records
      And the payer is other
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          |       | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |
        | 2           | AOC055  | advisory           |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

  Rule: What the code itself makes wrong with a primary procedure is corrected too: an ended or an early code, whatever else could have been said of it

    Background:
      Given the payer is medicare

    Scenario Outline: A primary procedure <what> must be corrected, not denied
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         | coverage_code | code_added_date | termination_date |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     | I             | <added>         | <ended>          |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |               |                 |                  |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0019          | 1     | 2026-01-15      |
        | G0022          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id     | disposition    |
        | 1           | <edit_id>   | <disposition>  |
        | 2           | <of_add_on> | <of_add_on_is> |

      Examples:
        | what                        | added      | ended      | edit_id | disposition        | of_add_on | of_add_on_is     |
        | that ended the day before   | 2024-01-01 | 2026-01-14 | COD030  | return_to_provider | AOC055    | advisory         |
        | that ends on the day        | 2024-01-01 | 2026-01-15 | COV010  | line_item_denial   | AOC020    | line_item_denial |
        | that is valid from the day  | 2026-01-15 |            | COV010  | line_item_denial   | AOC020    | line_item_denial |
        | that is valid the day after | 2026-01-16 |            | COD020  | return_to_provider | AOC055    | advisory         |

    Scenario: A primary procedure to be corrected counts before a denied one
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         | coverage_code |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     | I             |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |               |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | G0019          |           | 1     | 2026-01-15      |
        | G0019          | GY        |       | 2026-01-15      |
        | G0022          |           | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COV010  | line_item_denial   |
        | 2           | COV040  | advisory           |
        | 2           | UOS010  | return_to_provider |
        | 3           | AOC055  | advisory           |

    Scenario: An add-on code whose primary procedure must be corrected is not itself denied, and carries the next one
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |
        | G0998 | Example service, each further hour (list separately in addition to g0022)                                |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0019          |       | 2026-01-15      |
        | G0022          | 2     | 2026-01-15      |
        | G0998          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |
        | 2           | AOC055  | advisory           |

    Scenario: An add-on code that must itself be corrected hands this on to the next one
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |
        | G0998 | Example service, each further hour (list separately in addition to g0022)                                |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0019          | 1     | 2026-01-15      |
        | G0022          |       | 2026-01-15      |
        | G0998          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | UOS010  | return_to_provider |
        | 3           | AOC055  | advisory           |

    Scenario Outline: The edit speaks for dates of service from 2013-04-01 on: <date_of_service>
      # No code of 2013 named its primary procedure; these records are given for the sake of the dates.
      Given the partial release 2013-01 holds the code records:
        | code  | long_description                                                                  |
        | C9600 | Drug-eluting stent, single vessel                                                 |
        | C9601 | Drug-eluting stent, each additional branch (list separately in addition to c9600) |
      And the partial release 2013-04 holds the code records:
        | code  | long_description                                                                  |
        | C9600 | Drug-eluting stent, single vessel                                                 |
        | C9601 | Drug-eluting stent, each additional branch (list separately in addition to c9600) |
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | C9600          |       | <date_of_service> |
        | C9601          | 1     | <date_of_service> |
      When the claim is checked
      Then line 2 <outcome> AOC055

      Examples:
        | date_of_service | outcome        |
        | 2013-03-31      | has no finding |
        | 2013-04-01      | has finding    |

  Rule: The add-on code file makes chains of CPT codes too: what its first link waits for, the rest waits for (CMS, Medicare NCCI Add-on Code Edits, Type 1)

    Background:
      Given the payer is medicare
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
        | 15777       | CCCCC        | 2         |
        | 99292       | 99291        | 1         |
        | 96160       | 99292        | 1         |
        | 96161       | 99292        | 3         |
        | 0836T       | 88177        | 1         |
        | 88177       | 0836T        | 1         |
        | 88177       | 88172        | 1         |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                         |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure) |

    Scenario: An application to be corrected leaves its product and its additional code undecided
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 30    | 2026-01-15      |
        | 15271          |       | 2026-01-15      |
        | 15272          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | message                                                                                       |
        | 1           | AOC055  | advisory           | Q4257 is an add-on code, and its primary procedure on line 2 will be returned for correction. |
        | 2           | UOS010  | return_to_provider | The line bills no units of service above zero.                                                |
        | 3           | AOC055  | advisory           | 15272 is an add-on code, and its primary procedure on line 2 will be returned for correction. |

    Scenario: An application beside one of another size is to be corrected
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | 15272          | 59        | 1     | 2026-01-15      |
        | 15274          |           | 1     | 2026-01-15      |
        | Q4257          |           | 30    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS070  | return_to_provider |
        | 2           | AOC055  | advisory           |
        | 4           | AOC055  | advisory           |

    Scenario: A chain of three whose first link is to be corrected: the third hangs on the second, which is not returned
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 96160          | 1     | 2026-01-15      |
        | 99292          | 2     | 2026-01-15      |
        | 99291          |       | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | AOC055  | advisory           |
        | 3           | UOS010  | return_to_provider |

    Scenario Outline: A chain of three whose second link is to be corrected: <code>
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
        | 99292          |       | 2026-01-15      |
        | 99291          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | AOC055  | advisory           |
        | 2           | UOS010  | return_to_provider |

      Examples: of an open list too, a listed procedure to be corrected counts before another one
        | code  |
        | 96160 |
        | 96161 |

    Scenario: The same code twice, once to be corrected and once payable, is payable
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          |       | 2026-01-15      |
        | 15271          | 1     | 2026-01-15      |
        | 15272          | 1     | 2026-01-15      |
        | Q4257          | 30    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |

    Scenario: The same code twice, once to be corrected and once denied, is to be corrected
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 15271          | 1     | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 2     | 2026-01-15      |
        | 15271          |       | 2026-01-15      |
        | 15272          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS030  | line_item_denial   |
        | 2           | UOS010  | return_to_provider |
        | 3           | AOC055  | advisory           |

    Scenario: Of a type without a list no procedure is a listed one: one to be corrected may be accepted
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 19357          |       | 2026-01-15      |
        | 15777          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |
        | 2           | AOC050  | advisory           |

    Scenario: Two codes that the file lists for each other are denied, although one of them is to be corrected
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 0836T          |       | 2026-01-15      |
        | 88177          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | AOC020  | line_item_denial   |
        | 1           | UOS010  | return_to_provider |
        | 2           | AOC020  | line_item_denial   |

  Rule: What is wrong with the add-on code itself comes first, for whatever payer (45 CFR 162.1000)

    Scenario: An unknown, a coming and an ended add-on code are returned, and no more is said of their primary procedure
      Given the complete release 2026-01 holds the code records:
        | code  | code_added_date | termination_date |
        | G0901 | 2000-01-01      |                  |
        | G0903 | 2026-01-16      |                  |
        | G0904 | 2000-01-01      | 2026-01-14       |
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | G0901       | 15271        | 1         |
        | G0902       | 15271        | 1         |
        | G0903       | 15271        | 1         |
        | G0904       | 15271        | 1         |
      And the payer is medicare_advantage
      And the claim lines:
        | line_number | procedure_code | units | date_of_service | rendering_provider |
        | 1           | 15271          | 0     | 2026-01-15      | A                  |
        | 2           | G0901          | 1     | 2026-01-15      | A                  |
        | 3           | G0902          | 1     | 2026-01-15      | A                  |
        | 4           | G0903          | 1     | 2026-01-15      | A                  |
        | 5           | G0904          | 1     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |
        | 2           | AOC055  | advisory           |
        | 3           | COD010  | return_to_provider |
        | 4           | COD020  | return_to_provider |
        | 5           | COD030  | return_to_provider |
