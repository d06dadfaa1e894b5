@AOC900
Feature: Add-on code table does not speak for the date of service
  Medicare's list of add-on codes is issued anew for each quarter. A code on the list of another quarter is most likely
  an add-on code still; whether its primary procedure is there was not looked at, and silence would look like a pass.

  Rule: The add-on code file is updated every quarter (CMS change request of 2026-03-26, NCCI add-on code file format); one whose rows bear no dates is true for its own quarter alone

    Scenario: An add-on code of another quarter's table is reported as not checked
      Given the payer is medicare
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 2     | 2026-04-01      |
      When the claim is checked
      Then line 1 has finding AOC900
        | field            | value |
        | title            | Add-on code table does not speak for the date of service |
        | disposition      | not_checked |
        | message          | A loaded add-on code table lists 15272, but not for 2026-04-01 (or its rows there could not be read), and no record in force calls it an add-on code: whether its primary procedure is on the claim was not checked. |
        | fix              | Load Medicare's add-on code file of the quarter of 2026-04-01 or, where it is loaded, see the notices it gave; then check again. Until then see for yourself that the primary procedure is billed. |
        | evidence         | add_on_table=stale_lists, add_on_status=unknown |
        | remittance       | none |
        | code_set_release | none |
        | authority        | CMS, Medicare NCCI Add-on Code Edits, introduction, how add-on codes are identified; CMS change request of 2026-03-26, NCCI New/Updated Add-On Code (AOC) Edit File Format and Creation of an AOC File Retrieval Process in MCS, purpose: a quarterly recurring update |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | AOC900  | not_checked |

    Scenario: An add-on code of the quarter's own table passes beside its primary procedure
      Given the payer is medicare
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-03-31      |
        | 15272          | 2     | 2026-03-31      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: A table without dates speaks from the first day of its quarter to the last: <day>
      Given the payer is other
      And the add-on code table 2026-01 lists:
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
        | 2014-01-01 | AOC900 | not_checked      |
        | 2025-12-31 | AOC900 | not_checked      |
        | 2026-01-01 | AOC010 | line_item_denial |
        | 2026-03-31 | AOC010 | line_item_denial |
        | 2026-04-01 | AOC900 | not_checked      |
        | 2030-01-01 | AOC900 | not_checked      |

    Scenario Outline: A table with dates speaks up to the last day of its quarter: <day>
      Given the payer is other
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type | effective_date |
        | 15272       | 15271        | 1         | 2012-01-01     |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 2     | <day>           |
      When the claim is checked
      Then line 1 <outcome> AOC900

      Examples: before the pair's first day the table says that it is none
        | day        | outcome        |
        | 2011-12-31 | has no finding |
        | 2012-01-01 | has no finding |
        | 2025-12-31 | has no finding |
        | 2026-01-01 | has no finding |
        | 2026-03-31 | has no finding |
        | 2026-04-01 | has finding    |

    Scenario: A dated table of a later quarter speaks where the undated one of an earlier quarter does not
      Given the payer is other
      And the add-on code table 2025-10 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
      And the add-on code table 2026-07 lists:
        | add_on_code | primary_code | edit_type | effective_date |
        | 15276       | 15275        | 1         | 2012-01-01     |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 2     | 2026-04-01      |
        | 15276          | 2     | 2026-04-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC010  | line_item_denial |

    Scenario: Undated tables of the quarters before and after do not speak for the one between
      Given the payer is other
      And the add-on code table 2025-10 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
      And the add-on code table 2026-04 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
        | 15276       | 15275        | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 2     | 2026-01-15      |
        | 15276          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | AOC900  | not_checked |
        | 2           | AOC900  | not_checked |

    Scenario Outline: A dated pair that <what> is not missed after the table's quarter
      Given the payer is other
      And the add-on code table 2025-10 lists:
        | add_on_code | primary_code | edit_type | effective_date | deletion_date |
        | 15272       | 15271        | 1         | <from>         | <to>          |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 2     | 2026-01-15      |
      When the claim is checked
      Then line 1 <outcome> AOC900

      Examples:
        | what                     | from       | to         | outcome        |
        | had ended the day before | 2012-01-01 | 2026-01-14 | has no finding |
        | ends on the day          | 2012-01-01 | 2026-01-15 | has finding    |
        | begins on the day        | 2026-01-15 |            | has finding    |
        | begins the day after     | 2026-01-16 |            | has no finding |

    Scenario: A code that the quarter's own table has dropped is no add-on code
      Given the payer is other
      And the add-on code table 2025-10 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 15274       | 15273        | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 2     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: A code that no table lists is passed over
      Given the payer is other
      And the add-on code table 2025-10 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: Without any table nothing is said of the line
      Given the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 2     | 2026-04-01      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: The type of the pair does not matter: <edit_type>
      Given the payer is other
      And the add-on code table 2025-10 lists:
        | add_on_code | primary_code | edit_type   |
        | 15272       | <primary>    | <edit_type> |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | AOC900  | not_checked |

      Examples:
        | edit_type | primary |
        | 1         | 15271   |
        | 2         | CCCCC   |
        | 3         | 15271   |

    Scenario: It is said of each line, and a primary procedure beside it does not silence it
      Given the payer is other
      And the add-on code table 2025-10 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | 15272          |           | 2     | 2026-01-15      |
        | 15272          | 51        | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC900  | not_checked |
        | 3           | AOC900  | not_checked |

  Rule: A descriptor that says "list separately in addition to" makes an add-on code without any table (CMS, Medicare NCCI Add-on Code Edits, introduction)

    Background:
      Given the payer is other
      And the add-on code table 2025-10 lists:
        | add_on_code | primary_code | edit_type |
        | G0022       | G0019        | 1         |
        | G0024       | G0023        | 1         |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |
        | G0024 | Principal illness navigation services, additional 30 minutes per calendar month                          |

    Scenario: Where the record in force says that the code is an add-on code it is judged
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | G0022          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC010  | line_item_denial |

    Scenario: Where the record in force does not say so it is not known
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | G0024          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | AOC900  | not_checked |

    Scenario: Where no record is in force either both are said
      Given no code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0022          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | AOC900  | not_checked |
        | 1           | COD900  | not_checked |

  Rule: A table that is not the quarter's is so for every payer and claim type

    Scenario Outline: Payer <payer> on a <claim_type> claim
      Given the payer is <payer>
      And the claim type is <claim_type>
      And the add-on code table 2025-10 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | AOC900  | not_checked |

      Examples:
        | payer              | claim_type    |
        | medicare           | professional  |
        | medicare           | institutional |
        | medicare           | dme           |
        | medicare_advantage | professional  |
        | other              | professional  |
        | other              | institutional |

    Scenario: A payer who is not stated changes nothing
      Given the add-on code table 2025-10 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |
        | 1           | AOC900  | not_checked |

    Scenario Outline: It is not said of a line on which <edit> stands
      Given the payer is other
      And the add-on code table 2025-10 lists:
        | add_on_code | primary_code | edit_type |
        | G0024       | G0023        | 1         |
        | G0025       | G0023        | 1         |
        | G002        | G0023        | 1         |
      And the complete release 2026-01 holds the code records:
        | code  | code_added_date | termination_date |
        | G0024 | 2026-01-02      | 2026-02-28       |
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
        | G0025 | 2026-01-15 | COD010 | return_to_provider |
        | G0024 | 2026-01-01 | COD020 | return_to_provider |
        | G0024 | 2026-01-02 | AOC900 | not_checked        |
        | G0024 | 2026-02-28 | AOC900 | not_checked        |
        | G0024 | 2026-03-01 | COD030 | return_to_provider |
