@AOC040
Feature: Primary procedure of an add-on code is by another practitioner
  An add-on code goes with a procedure of the same practitioner. Where the claim names two, the payer holds the line;
  it is paid where the two count as one, in a group and of one specialty, and denied where they do not.

  Rule: The primary procedure must be payable "to the same practitioner" (CMS, Medicare NCCI Add-on Code Edits, Type 1); physicians of one group and specialty are paid "as though they were a single physician" (Pub. 100-04 ch. 12 sec. 30.6.5, restated by Palmetto GBA)

    Background:
      Given the payer is other
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |
        | G0998 | Example service, each further hour (list separately in addition to g0022)                                |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure)                 |

    Scenario: An add-on code of one practitioner beside the primary procedure of another is held
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | G0019          | 1     | 2026-01-15      | B                  |
        | G0022          | 2     | 2026-01-15      | A                  |
      When the claim is checked
      Then line 2 has finding AOC040
        | field            | value |
        | title            | Primary procedure of an add-on code is by another practitioner |
        | disposition      | suspension |
        | message          | G0022 is an add-on code; its primary procedure, on line 1, is by another practitioner. |
        | fix              | Bill the add-on code under the practitioner of its primary procedure, unless the two count as one (same group and specialty). |
        | evidence         | primary_procedure=other_provider |
        | remittance       | CO 107 N122 |
        | code_set_release | 2026-01 |
        | authority        | CMS, Medicare NCCI Add-on Code Edits, Type 1; Palmetto GBA JM Part B, E/M Coding Reminder: Group Practices (restates Pub. 100-04 ch. 12 sec. 30.6.5), whole article; CMS Transmittal 2636, CR 7501 (2013-01-16), as restated by Experian Health, 99292 without 99291 within one group and specialty (Pub. 100-04 ch. 12 sec. 30.6.12); Palmetto GBA JJ Part B, Critical Care Billing Same Specialty/Group (cites Pub. 100-04 ch. 12 sec. 30.6.12), whole tip |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC040  | suspension  |

    Scenario Outline: Practitioner "<primary>" of the primary procedure and "<add_on>" of the add-on code may be one
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | G0019          | 1     | 2026-01-15      | <primary>          |
        | G0022          | 2     | 2026-01-15      | <add_on>           |
      When the claim is checked
      Then there are no findings

      Examples: a practitioner who is not named may be anyone
        | primary | add_on |
        | A       | A      |
        | A       |        |
        |         | A      |
        |         |        |

    Scenario: A line that names no practitioner has that of the claim
      Given the rendering provider is A
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | G0019          | 1     | 2026-01-15      | B                  |
        | G0022          | 2     | 2026-01-15      |                    |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | message                                                                                     |
        | 2           | AOC040  | suspension  | G0022 is an add-on code; its primary procedure, on line 1, is by another practitioner. |

    Scenario: A line that names the claim's practitioner itself is by the same one
      Given the rendering provider is A
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | G0019          | 1     | 2026-01-15      |                    |
        | G0022          | 2     | 2026-01-15      | A                  |
      When the claim is checked
      Then there are no findings

    Scenario: The provider that bills is not the practitioner
      Given the billing provider is C
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | G0019          | 1     | 2026-01-15      | B                  |
        | G0022          | 2     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC040  | suspension  |

    Scenario: A primary procedure of the same practitioner is enough, whoever rendered others
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | G0019          | 1     | 2026-01-15      | B                  |
        | G0019          | 1     | 2026-01-15      | A                  |
        | G0022          | 2     | 2026-01-15      | A                  |
      When the claim is checked
      Then there are no findings

    Scenario: Each add-on code asks for its own practitioner
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | G0019          | 1     | 2026-01-15      | A                  |
        | G0022          | 2     | 2026-01-15      | A                  |
        | G0022          | 2     | 2026-01-15      | B                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 3           | AOC040  | suspension  |

    Scenario: A primary procedure of the same practitioner to be corrected counts before a payable one of another
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | G0019          | 1     | 2026-01-15      | B                  |
        | G0019          |       | 2026-01-15      | A                  |
        | G0022          | 2     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | UOS010  | return_to_provider |
        | 3           | AOC055  | advisory           |

    Scenario: Another practitioner's primary procedure that must be corrected is none
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | G0019          |       | 2026-01-15      | B                  |
        | G0022          | 2     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |
        | 2           | AOC010  | line_item_denial   |

    Scenario: Another practitioner's add-on code without support carries no other
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | G0022          | 2     | 2026-01-15      | B                  |
        | G0998          | 1     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC010  | line_item_denial |
        | 2           | AOC010  | line_item_denial |

    Scenario: Another practitioner's primary procedure of another date is judged by its date
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | G0019          | 1     | 2026-01-14      | B                  |
        | G0022          | 2     | 2026-01-15      | A                  |
        | G0022          | 2     | 2026-01-20      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC035  | suspension       |
        | 3           | AOC030  | line_item_denial |

    Scenario: An add-on code that is held is not denied, and carries the next one of its practitioner
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | G0019          | 1     | 2026-01-15      | B                  |
        | G0022          | 2     | 2026-01-15      | A                  |
        | G0998          | 1     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC040  | suspension  |

    Scenario: Of an open list another practitioner's listed procedure is for the contractor to judge
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 15271          | 1     | 2026-01-15      | B                  |
        | Q4257          | 4     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC050  | advisory    |

    Scenario Outline: A <claim_type> claim is judged alike
      Given the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | G0019          | 1     | 2026-01-15      | B                  |
        | G0022          | 2     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC040  | suspension  |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

  Rule: The rule is in force for dates of service from 2013-04-01 on (CMS Transmittal 2636, CR 7501)

    Scenario Outline: The edit speaks for dates of service from 2013-04-01 on: <date_of_service>
      # No code of 2013 named its primary procedure; these records are given for the sake of the dates.
      Given the payer is other
      And the partial release 2013-01 holds the code records:
        | code  | long_description                                                                  |
        | C9600 | Drug-eluting stent, single vessel                                                 |
        | C9601 | Drug-eluting stent, each additional branch (list separately in addition to c9600) |
      And the partial release 2013-04 holds the code records:
        | code  | long_description                                                                  |
        | C9600 | Drug-eluting stent, single vessel                                                 |
        | C9601 | Drug-eluting stent, each additional branch (list separately in addition to c9600) |
      And the claim lines:
        | procedure_code | units | date_of_service   | rendering_provider |
        | C9600          | 1     | <date_of_service> | B                  |
        | C9601          | 1     | <date_of_service> | A                  |
      When the claim is checked
      Then line 2 <outcome> AOC040

      Examples:
        | date_of_service | outcome        |
        | 2013-03-31      | has no finding |
        | 2013-04-01      | has finding    |

  Rule: Of an add-on code of type 1 the add-on code file names every primary procedure, CPT codes among them (CMS, Medicare NCCI Add-on Code Edits, Type 1)

    Background:
      Given the payer is other
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
        | 99292       | 99291        | 1         |
        | 96160       | 99292        | 1         |
        | 96161       | 99202        | 3         |

    Scenario: Critical care by two members of a group is held, not denied
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 99291          | 1     | 2026-01-15      | B                  |
        | 99292          | 2     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | message                                                                                |
        | 2           | AOC040  | suspension  | 99292 is an add-on code; its primary procedure, on line 1, is by another practitioner. |

    Scenario: Another practitioner of the same date counts before the same practitioner of the day before
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 15271          | 1     | 2026-01-14      | A                  |
        | 15271          | 1     | 2026-01-15      | B                  |
        | 15272          | 2     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | message                                                                                |
        | 3           | AOC040  | suspension  | 15272 is an add-on code; its primary procedure, on line 2, is by another practitioner. |

    Scenario Outline: Of another practitioner and of <day> at once, the date decides
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 15271          | 1     | <day>           | B                  |
        | 15272          | 2     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 2           | <edit>  | <disposition> |

      Examples:
        | day        | edit   | disposition      |
        | 2026-01-13 | AOC030 | line_item_denial |
        | 2026-01-14 | AOC035 | suspension       |
        | 2026-01-15 | AOC040 | suspension       |
        | 2026-01-16 | AOC035 | suspension       |
        | 2026-01-17 | AOC030 | line_item_denial |

    Scenario: A denied primary procedure of another practitioner is none
      Given the payer is medicare
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 15271          | 1     | 2         |
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 15271          | 2     | 2026-01-15      | B                  |
        | 15272          | 2     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | UOS040  | line_item_denial |
        | 2           | AOC010  | line_item_denial |

    Scenario: A denied one of the same practitioner counts before a payable one of another
      Given the payer is medicare
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 15271          | 1     | 2         |
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 15271          | 1     | 2026-01-15      | B                  |
        | 15271          | 2     | 2026-01-15      | A                  |
        | 15272          | 2     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | message                                                                             |
        | 2           | UOS040  | line_item_denial | The claim bills 2 units of 15271 for 2026-01-15 by one provider; Medicare's medically unlikely edit is 1 a day. All lines of the code for the day will be denied. |
        | 3           | AOC020  | line_item_denial | 15272 is an add-on code, and its primary procedure on line 2 is itself not payable. |

    Scenario: An add-on code that is held carries the next link of its own practitioner, and holds that of another
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 99291          | 1     | 2026-01-15      | B                  |
        | 99292          | 2     | 2026-01-15      | A                  |
        | 96160          | 1     | 2026-01-15      | A                  |
        | 96160          | 2     | 2026-01-15      | B                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC040  | suspension  |
        | 4           | AOC040  | suspension  |

    Scenario: Of an open list another practitioner's listed procedure of the table is for the contractor to judge
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 99202          | 1     | 2026-01-15      | B                  |
        | 96161          | 1     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC050  | advisory    |

    Scenario Outline: A pair with dates asks for the practitioner on its own days: <day>
      Given the add-on code table 2026-04 lists:
        | add_on_code | primary_code | edit_type | effective_date | deletion_date |
        | 15276       | 15275        | 1         | 2026-04-02     | 2026-06-29    |
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 15275          | 1     | <day>           | B                  |
        | 15276          | 2     | <day>           | A                  |
      When the claim is checked
      Then line 2 <outcome> AOC040

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
        | G0901       | 15271        | 1         |
        | G0902       | 15271        | 1         |
        | G0903       | 15271        | 1         |
        | G0904       | 15271        | 1         |
      And the payer is medicare_advantage
      And the claim lines:
        | line_number | procedure_code | units | date_of_service | rendering_provider |
        | 1           | 15271          | 1     | 2026-01-15      | B                  |
        | 2           | G0901          | 1     | 2026-01-15      | A                  |
        | 3           | G0902          | 1     | 2026-01-15      | A                  |
        | 4           | G0903          | 1     | 2026-01-15      | A                  |
        | 5           | G0904          | 1     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | AOC040  | suspension         |
        | 3           | COD010  | return_to_provider |
        | 4           | COD020  | return_to_provider |
        | 5           | COD030  | return_to_provider |
