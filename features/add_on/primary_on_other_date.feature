@AOC030
Feature: Primary procedure of an add-on code is on another date
  The graft and the product that it used were done on one day; where the claim gives them two, the payer sees a
  product without its procedure and denies it. Mostly one of the two dates was mistyped.

  Rule: An add-on code is payable if a listed primary procedure "is also eligible for payment to the same practitioner for the same patient on the same date of service" (CMS, Medicare NCCI Add-on Code Edits, Type 1)

    Background:
      Given the payer is other

    Scenario: A product two days after the procedure that applied it is denied
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-13      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding AOC030
        | field            | value |
        | title            | Primary procedure of an add-on code is on another date |
        | disposition      | line_item_denial |
        | message          | Q4257 is an add-on code for 2026-01-15; its primary procedure, on line 1, is for another date. |
        | fix              | Bill both for the date on which they were performed. |
        | evidence         | primary_procedure=other_date |
        | remittance       | CO 107 N122 |
        | code_set_release | 2026-01 |
        | authority        | CMS, Medicare NCCI Add-on Code Edits, Type 1; Type 2 |
      And the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC030  | line_item_denial |

    Scenario: A product on the date of the procedure that applied it passes
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: A primary procedure <distance> is on another date
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <primary_date>  |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id   | disposition   |
        | 2           | <edit_id> | <disposition> |

      Examples: a day apart is a matter of its own (AOC035)
        | distance        | primary_date | edit_id | disposition      |
        | a year before   | 2025-01-15   | AOC030  | line_item_denial |
        | two days before | 2026-01-13   | AOC030  | line_item_denial |
        | a day before    | 2026-01-14   | AOC035  | suspension       |
        | a day after     | 2026-01-16   | AOC035  | suspension       |
        | two days after  | 2026-01-17   | AOC030  | line_item_denial |
        | a month after   | 2026-02-15   | AOC030  | line_item_denial |

    Scenario: A primary procedure that lasts several days counts for its first day
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | 15271          | 1     | 2026-01-13      | 2026-01-15          |
        | Q4257          | 4     | 2026-01-15      |                     |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC030  | line_item_denial |

    Scenario: An add-on code that lasts several days counts for its first day
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | 15271          | 1     | 2026-01-15      |                     |
        | Q4257          | 4     | 2026-01-13      | 2026-01-15          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC030  | line_item_denial |

    Scenario: The first line of several on other dates is named
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15273          | 1     | 2026-01-20      |
        | 15271          | 1     | 2026-01-13      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then line 3 has finding AOC030
        | field   | value |
        | message | Q4257 is an add-on code for 2026-01-15; its primary procedure, on line 1, is for another date. |

    Scenario: A primary procedure of the same date is enough, whatever stands on other dates
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-13      |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: What another date's primary procedure is worth does not matter: nobody asks whether it is payable
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          |       | 2026-01-13      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |
        | 2           | AOC030  | line_item_denial   |

    Scenario: A denied primary procedure of another date is on another date too
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         | coverage_code |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     | I             |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |               |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0019          | 1     | 2026-01-13      |
        | G0022          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COV010  | line_item_denial |
        | 2           | AOC030  | line_item_denial |

    Scenario: Who rendered another date's primary procedure does not matter
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 15271          | 1     | 2026-01-13      | B                  |
        | Q4257          | 4     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC030  | line_item_denial |

    Scenario: A closed list is looked for on other dates too
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0019          | 1     | 2026-01-08      |
        | G0022          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC030  | line_item_denial |

    Scenario: A procedure that is not listed does not count on another date
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 11042          | 1     | 2026-01-13      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC010  | line_item_denial |

    Scenario: A procedure of the same date that the contractor may accept counts before a listed one of another date
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-13      |
        | 11042          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 3           | AOC050  | advisory    |

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
        | C9600          | 1     | <primary_date>    |
        | C9601          | 1     | <date_of_service> |
      When the claim is checked
      Then line 2 <outcome> AOC030

      Examples: it is the add-on code's date that counts
        | primary_date | date_of_service | outcome        |
        | 2013-04-02   | 2013-03-31      | has no finding |
        | 2013-03-30   | 2013-04-01      | has finding    |

    Scenario Outline: A <claim_type> claim is judged alike
      Given the bundled code records
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-13      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC030  | line_item_denial |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

  Rule: The add-on code file names the primary procedures of CPT codes too (CMS, Medicare NCCI Add-on Code Edits, Types 1 to 3)

    Background:
      Given the payer is other
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
        | 15777       | CCCCC        | 2         |
        | 96160       | 99202        | 3         |

    Scenario Outline: <code>, of type <edit_type>, two days after <primary>
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <primary>      | 1     | 2026-01-13      |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | <edit>  | <disposition> |

      Examples: of an open list too, another date is looked at for the procedures that it names
        | code  | edit_type | primary | edit   | disposition      |
        | 15272 | 1         | 15271   | AOC030 | line_item_denial |
        | 15272 | 1         | 15273   | AOC010 | line_item_denial |
        | 15777 | 2         | 19357   | AOC010 | line_item_denial |
        | 96160 | 3         | 99202   | AOC030 | line_item_denial |
        | 96160 | 3         | 99213   | AOC010 | line_item_denial |

    Scenario: Of an open list a procedure of the same date that may be accepted counts before a listed one of another date
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 99202          | 1     | 2026-01-13      |
        | 99213          | 1     | 2026-01-15      |
        | 96160          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 3           | AOC050  | advisory    |

    Scenario Outline: The pairs that count are those of the add-on code's date: <date_of_service>
      Given the add-on code table 2026-04 lists:
        | add_on_code | primary_code | edit_type | effective_date | deletion_date |
        | 15276       | 15275        | 1         | 2026-04-02     | 2026-06-29    |
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | 15275          | 1     | <primary_date>    |
        | 15276          | 1     | <date_of_service> |
      When the claim is checked
      Then line 2 <outcome> AOC030

      Examples:
        | primary_date | date_of_service | outcome        |
        | 2026-03-30   | 2026-04-01      | has no finding |
        | 2026-03-31   | 2026-04-02      | has finding    |
        | 2026-06-27   | 2026-06-29      | has finding    |
        | 2026-06-28   | 2026-06-30      | has no finding |

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
        | 1           | 15271          | 1     | 2026-01-20      | A                  |
        | 2           | G0901          | 1     | 2026-01-15      | A                  |
        | 3           | G0902          | 1     | 2026-01-15      | A                  |
        | 4           | G0903          | 1     | 2026-01-15      | A                  |
        | 5           | G0904          | 1     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | AOC030  | line_item_denial   |
        | 3           | COD010  | return_to_provider |
        | 4           | COD020  | return_to_provider |
        | 5           | COD030  | return_to_provider |
