@AOC035
Feature: Primary procedure of an add-on code is a day apart
  A service that began before midnight may end on the next day, and a contractor can pay for it when the records show
  it. It holds the line and asks; where the dates are simply wrong, the money waits for nothing.

  Rule: The primary procedure belongs on the same date (CMS, Medicare NCCI Add-on Code Edits, Type 1); on two consecutive dates a contractor may pay on documentation (CMS Transmittal 2636)

    Background:
      Given the payer is other

    Scenario: A product a day after the procedure that applied it is held
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-14      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding AOC035
        | field            | value |
        | title            | Primary procedure of an add-on code is a day apart |
        | disposition      | suspension |
        | message          | Q4257 is an add-on code for 2026-01-15; its primary procedure, on line 1, is one day before or after. |
        | fix              | If the service ran past midnight, be ready to send the documentation; otherwise bill both for the date on which they were performed. |
        | evidence         | primary_procedure=adjacent_date |
        | remittance       | CO 107 N122 |
        | code_set_release | 2026-01 |
        | authority        | CMS, Medicare NCCI Add-on Code Edits, Type 1; CMS Transmittal 2636, CR 7501 (2013-01-16), as quoted in AAPC Radiology Coding Alert, CMS Tables, background: two consecutive dates of service, with documentation |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC035  | suspension  |

    Scenario: A product on the date of the procedure that applied it passes
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: A primary procedure on <primary_date> is <distance> from an add-on code on <date_of_service>
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                         |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure) |
      And the partial release 2028-01 holds the code records:
        | code  | long_description                                                                         |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure) |
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | 15271          | 1     | <primary_date>    |
        | Q4257          | 4     | <date_of_service> |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id   |
        | 2           | <edit_id> |

      Examples:
        | primary_date | date_of_service | distance | edit_id |
        | 2026-01-13   | 2026-01-15      | two days | AOC030  |
        | 2026-01-14   | 2026-01-15      | a day    | AOC035  |
        | 2026-01-16   | 2026-01-15      | a day    | AOC035  |
        | 2026-01-17   | 2026-01-15      | two days | AOC030  |
        | 2025-12-31   | 2026-01-01      | a day    | AOC035  |
        | 2025-12-30   | 2026-01-01      | two days | AOC030  |
        | 2026-01-31   | 2026-02-01      | a day    | AOC035  |
        | 2026-02-28   | 2026-03-01      | a day    | AOC035  |
        | 2028-02-29   | 2028-03-01      | a day    | AOC035  |
        | 2028-02-28   | 2028-03-01      | two days | AOC030  |
        | 2026-04-01   | 2026-03-31      | a day    | AOC035  |

    Scenario: A primary procedure a day apart counts before one further away
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-10      |
        | 15275          | 1     | 2026-01-16      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then line 3 has finding AOC035
        | field   | value |
        | message | Q4257 is an add-on code for 2026-01-15; its primary procedure, on line 2, is one day before or after. |

    Scenario: What the other day's primary procedure is worth does not matter: nobody asks whether it is payable
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 0     | 2026-01-14      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |
        | 2           | AOC035  | suspension         |

    Scenario: A denied primary procedure of the day before is a day apart too
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         | coverage_code |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     | I             |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |               |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0019          | 1     | 2026-01-14      |
        | G0022          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COV010  | line_item_denial |
        | 2           | AOC035  | suspension       |

    Scenario: Who rendered the other day's primary procedure does not matter
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 15271          | 1     | 2026-01-14      | B                  |
        | Q4257          | 4     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC035  | suspension  |

    Scenario: A procedure that is not listed does not count on the day before
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 11042          | 1     | 2026-01-14      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC010  | line_item_denial |

    Scenario: A procedure of the same date that the contractor may accept counts before a listed one of the day before
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-14      |
        | 11042          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 3           | AOC050  | advisory    |

    Scenario: A primary procedure of the same date by another practitioner counts before one of the day before
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | G0019          | 1     | 2026-01-14      | A                  |
        | G0019          | 1     | 2026-01-15      | B                  |
        | G0022          | 2     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 3           | AOC040  | suspension  |

    Scenario: An add-on code that is held is not denied, and carries the next one
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |
        | G0998 | Example service, each further hour (list separately in addition to g0022)                                |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0019          | 1     | 2026-01-14      |
        | G0022          | 2     | 2026-01-15      |
        | G0998          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC035  | suspension  |

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
      Then line 2 <outcome> AOC035

      Examples: it is the add-on code's date that counts
        | primary_date | date_of_service | outcome        |
        | 2013-04-01   | 2013-03-31      | has no finding |
        | 2013-03-31   | 2013-04-01      | has finding    |

  Rule: The add-on code file names the primary procedures of CPT codes too (CMS, Medicare NCCI Add-on Code Edits, Types 1 to 3)

    Background:
      Given the payer is other
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
        | 15777       | CCCCC        | 2         |
        | 96160       | 99202        | 3         |

    Scenario Outline: <code>, of type <edit_type>, a day after <primary>
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <primary>      | 1     | 2026-01-14      |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | <edit>  | <disposition> |

      Examples: of an open list too, another date is looked at for the procedures that it names
        | code  | edit_type | primary | edit   | disposition      |
        | 15272 | 1         | 15271   | AOC035 | suspension       |
        | 15272 | 1         | 15273   | AOC010 | line_item_denial |
        | 15777 | 2         | 19357   | AOC010 | line_item_denial |
        | 96160 | 3         | 99202   | AOC035 | suspension       |
        | 96160 | 3         | 99213   | AOC010 | line_item_denial |

    Scenario: Of an open list a procedure of the same date that may be accepted counts before a listed one of another date
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 99202          | 1     | 2026-01-14      |
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
      Then line 2 <outcome> AOC035

      Examples:
        | primary_date | date_of_service | outcome        |
        | 2026-03-31   | 2026-04-01      | has no finding |
        | 2026-04-01   | 2026-04-02      | has finding    |
        | 2026-06-28   | 2026-06-29      | has finding    |
        | 2026-06-29   | 2026-06-30      | has no finding |

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
        | 1           | 15271          | 1     | 2026-01-16      | A                  |
        | 2           | G0901          | 1     | 2026-01-15      | A                  |
        | 3           | G0902          | 1     | 2026-01-15      | A                  |
        | 4           | G0903          | 1     | 2026-01-15      | A                  |
        | 5           | G0904          | 1     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | AOC035  | suspension         |
        | 3           | COD010  | return_to_provider |
        | 4           | COD020  | return_to_provider |
        | 5           | COD030  | return_to_provider |
