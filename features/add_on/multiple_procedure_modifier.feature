@AOC070
Feature: Modifier 51 on an add-on code
  Modifier 51 marks the further procedures of one session, whose payment is reduced. An add-on code is priced as an
  addition from the start: with the modifier it may be paid less than is due, or come back.

  Rule: Modifier 51 is not billed with add-on codes (Noridian Medicare JE Part B, Modifier 51, incorrect use; Palmetto GBA Railroad Medicare, Modifier Lookup)

    Background:
      Given the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
        | 15777       | CCCCC        | 2         |
        | 96160       | 99202        | 3         |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |

    Scenario: An add-on code with modifier 51 gets the advice to take it off
      Given the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | 15272          | 51        | 2     | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding AOC070
        | field            | value |
        | title            | Modifier 51 on an add-on code |
        | disposition      | advisory |
        | message          | 15272 is an add-on code; modifier 51 (multiple procedures) does not go with it. |
        | fix              | Remove modifier 51 from 15272. |
        | evidence         | add_on_status=add_on, modifiers=51 |
        | remittance       | CO 4 N823 |
        | code_set_release | none |
        | authority        | Noridian Medicare JE Part B, Modifier 51, Incorrect Use; Palmetto GBA Railroad Medicare, Modifier Lookup, CPT modifier 51, Guidelines/Instructions |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC070  | advisory    |

    Scenario: An add-on code without modifier 51 passes
      Given the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          | 51        | 1     | 2026-01-15      |
        | 15272          |           | 2     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: <code> with modifiers "<modifiers>"
      Given the payer is other
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | 15271          |             | 1     | 2026-01-15      |
        | G0019          |             | 1     | 2026-01-15      |
        | 99202          |             | 1     | 2026-01-15      |
        | <code>         | <modifiers> | 2     | 2026-01-15      |
      When the claim is checked
      Then line 4 <outcome> AOC070

      Examples: an add-on code by the table, of each type, or by its own text; the place of the modifier does not matter
        | code  | modifiers      | outcome     |
        | 15272 | 51             | has finding |
        | 15777 | 51             | has finding |
        | 96160 | 51             | has finding |
        | G0022 | 51             | has finding |
        | 15272 | RT, 51         | has finding |
        | 15272 | RT, 59, KX, 51 | has finding |

      Examples: another modifier, or no add-on code
        | code  | modifiers | outcome        |
        | 15272 |           | has no finding |
        | 15272 | 50        | has no finding |
        | 15272 | 52        | has no finding |
        | 15272 | 59        | has no finding |
        | 15272 | XE        | has no finding |
        | 15272 | XP        | has no finding |
        | 15272 | XS        | has no finding |
        | 15272 | XU        | has no finding |
        | 15273 | 51        | has no finding |
        | 11042 | 51        | has no finding |
        | G0019 | 51        | has no finding |

    Scenario: The advice is given beside a missing primary procedure, and takes no support away
      Given the payer is other
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 99487       | 15272        | 1         |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | 15272          | 51        | 1     | 2026-01-15      |
        | 99487          |           | 1     | 2026-01-15      |
        | 15272          | 51        | 2     | 2026-01-20      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 2           | AOC070  | advisory         |
        | 4           | AOC030  | line_item_denial |
        | 4           | AOC070  | advisory         |

    Scenario Outline: Payer <payer> on a <claim_type> claim
      Given the payer is <payer>
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | 15272          | 51        | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC070  | advisory    |

      Examples:
        | payer              | claim_type    |
        | medicare           | professional  |
        | medicare           | institutional |
        | medicare           | dme           |
        | medicare_advantage | professional  |
        | other              | professional  |
        | other              | institutional |

    Scenario: A payer who is not stated changes nothing
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | 15272          | 51        | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |
        | 2           | AOC070  | advisory    |

  Rule: What is an add-on code is told by the table and the record of the date of service

    Background:
      Given the payer is other

    Scenario Outline: Undated, the table of a quarter speaks for it alone: <day>
      Given the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | <day>           |
        | 15272          | 51        | 2     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 2           | <edit>  | <disposition> |

      Examples:
        | day        | edit   | disposition |
        | 2025-12-31 | AOC900 | not_checked |
        | 2026-01-01 | AOC070 | advisory    |
        | 2026-03-31 | AOC070 | advisory    |
        | 2026-04-01 | AOC900 | not_checked |

    Scenario Outline: With dates, it speaks for the days of the pair: <day>
      Given the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type | effective_date | deletion_date |
        | 15272       | 15271        | 1         | 2012-01-01     | 2025-06-30    |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | <day>           |
        | 15272          | 51        | 2     | <day>           |
      When the claim is checked
      Then line 2 <outcome> AOC070

      Examples:
        | day        | outcome        |
        | 2011-12-31 | has no finding |
        | 2012-01-01 | has finding    |
        | 2025-06-30 | has finding    |
        | 2025-07-01 | has no finding |

    Scenario: A product that becomes an add-on code has no use for modifier 51 from then on
      Given the partial release 2025-10 holds the code records:
        | code  | long_description              |
        | Q4257 | Relese, per square centimeter |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                         |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure) |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2025-12-31      |
        | Q4257          | 51        | 4     | 2025-12-31      |
        | 15271          |           | 1     | 2026-01-01      |
        | Q4257          | 51        | 4     | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 4           | AOC070  | advisory    |

    Scenario: Without record and table nobody knows, and the missing record is said
      Given the bundled code records
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15272          | 51        | 2     | 2026-01-15      |
        | G0022          | 51        | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COD900  | not_checked |

    Scenario Outline: The advice is not given where <edit> stands on the line
      Given the complete release 2026-01 holds the code records:
        | code  | long_description                                                                                         | code_added_date | termination_date |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) | 2026-01-02      | 2026-02-28       |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     |                 |                  |
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | G0023       | G0019        | 1         |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | G0019          |           | 1     | <day>           |
        | <code>         | 51        | 2     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 2           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | G002  | 2026-01-15 | COD005 | return_to_provider |
        | G0023 | 2026-01-15 | COD010 | return_to_provider |
        | G0022 | 2026-01-01 | COD020 | return_to_provider |
        | G0022 | 2026-01-02 | AOC070 | advisory           |
        | G0022 | 2026-02-28 | AOC070 | advisory           |
        | G0022 | 2026-03-01 | COD030 | return_to_provider |
