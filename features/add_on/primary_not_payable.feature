@AOC020
Feature: Primary procedure of an add-on code is not payable
  Where the procedure that carries an add-on code is denied, the add-on code falls with it, and so does whatever hangs
  on that one in turn: one mistake on the first line costs the whole chain.

  Rule: Contractors must see to it that add-on codes "are never paid unless a listed primary procedure code is also paid" (CMS, Medicare NCCI Add-on Code Edits, Type 1)

    Background:
      Given the payer is medicare

    Scenario: An add-on code beside a denied primary procedure is denied
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         | coverage_code |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     | I             |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |               |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0019          | 1     | 2026-01-15      |
        | G0022          | 2     | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding AOC020
        | field            | value |
        | title            | Primary procedure of an add-on code is not payable |
        | disposition      | line_item_denial |
        | message          | G0022 is an add-on code, and its primary procedure on line 1 is itself not payable. |
        | fix              | See why line 1 is not payable and correct that first; an add-on code is paid only with a payable primary procedure, and where line 1 is an add-on code too, with the one of that. |
        | evidence         | primary_procedure=not_payable |
        | remittance       | CO B15 N122 |
        | code_set_release | 2026-01 |
        | authority        | CMS, Medicare NCCI Add-on Code Edits, Type 1; CMS Transmittal 2636, CR 7501 (2013-01-16), NCCI Add-On Codes, Summary of changes |
      And the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COV010  | line_item_denial |
        | 2           | AOC020  | line_item_denial |

    Scenario Outline: Coverage code <coverage_code> of the primary procedure <what>
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         | coverage_code   |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     | <coverage_code> |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |                 |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0019          | 1     | 2026-01-15      |
        | G0022          | 2     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding <edit_id>
      And line 2 <outcome> AOC020

      Examples:
        | coverage_code | edit_id | what              | outcome        |
        | I             | COV010  | denies it         | has finding    |
        | M             | COV020  | denies it         | has finding    |
        | S             | COV030  | denies it         | has finding    |
        | D             | COV070  | leaves it payable | has no finding |
        | C             | COV080  | leaves it payable | has no finding |

    Scenario Outline: A primary procedure billed with <modifier> is not denied by the edits on coverage code <coverage_code>
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         | coverage_code   |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     | <coverage_code> |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |                 |
      And the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | G0019          | <modifier> | 1     | 2026-01-15      |
        | G0022          |            | 2     | 2026-01-15      |
      When the claim is checked
      Then line 2 has no finding

      Examples:
        | modifier | coverage_code |
        | GA       | I             |
        | GX       | I             |
        | GY       | I             |
        | GZ       | I             |
        | GY       | M             |
        | GY       | S             |

    Scenario Outline: Payer <payer_type> is not bound by Medicare's coverage code, and the primary procedure is payable
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         | coverage_code |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     | I             |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |               |
      And the payer is <payer_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0019          | 1     | 2026-01-15      |
        | G0022          | 2     | 2026-01-15      |
      When the claim is checked
      Then line 2 has no finding

      Examples:
        | payer_type         |
        | medicare_advantage |
        | other              |
        | unknown            |

    Scenario: One payable primary procedure is enough, whatever befalls the others
      Given the partial release 2023-04 holds the code records:
        | code  | long_description                                                                                   | coverage_code |
        | U0003 | Infectious agent detection by nucleic acid, amplified probe technique, high throughput             | I             |
        | U0004 | Infectious agent detection, any technique, high throughput                                         |               |
        | U0005 | Completed within 2 calendar days (list separately in addition to either hcpcs code u0003 or u0004) |               |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | U0003          | 1     | 2023-05-11      |
        | U0004          | 1     | 2023-05-11      |
        | U0005          | 1     | 2023-05-11      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COV010  | line_item_denial |

    Scenario: The same code twice, once denied and once payable, is payable
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         | coverage_code |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     | I             |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |               |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | G0019          |           | 1     | 2026-01-15      |
        | G0019          | GY        | 1     | 2026-01-15      |
        | G0022          |           | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COV010  | line_item_denial |
        | 2           | COV040  | advisory         |

    Scenario: A primary procedure that is both denied and returned counts as denied
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         | coverage_code |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     | I             |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |               |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0019          |       | 2026-01-15      |
        | G0022          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COV010  | line_item_denial   |
        | 1           | UOS010  | return_to_provider |
        | 2           | AOC020  | line_item_denial   |

    Scenario: A denied primary procedure of the same practitioner counts before a payable one of another
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         | coverage_code |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     | I             |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |               |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service | rendering_provider |
        | G0019          | GY        | 1     | 2026-01-15      | B                  |
        | G0019          |           | 1     | 2026-01-15      | A                  |
        | G0022          |           | 2     | 2026-01-15      | A                  |
      When the claim is checked
      Then line 3 has finding AOC020
        | field   | value |
        | message | G0022 is an add-on code, and its primary procedure on line 2 is itself not payable. |

    Scenario Outline: A denied primary procedure without a practitioner may be anyone's: <primary> and <add_on>
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         | coverage_code |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     | I             |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |               |
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | G0019          | 1     | 2026-01-15      | <primary>          |
        | G0022          | 2     | 2026-01-15      | <add_on>           |
      When the claim is checked
      Then line 2 has finding AOC020

      Examples:
        | primary | add_on |
        | A       | A      |
        | A       |        |
        |         | A      |
        |         |        |

    Scenario: A denied primary procedure of the same date counts before one of the day before
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         | coverage_code |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     | I             |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |               |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | G0019          | GY        | 1     | 2026-01-14      |
        | G0019          |           | 1     | 2026-01-15      |
        | G0022          |           | 2     | 2026-01-15      |
      When the claim is checked
      Then line 3 has finding AOC020

    Scenario Outline: The edit speaks for dates of service from 2013-04-01 on: <date_of_service>
      # No code of 2013 named its primary procedure; these records are given for the sake of the dates.
      Given the partial release 2013-01 holds the code records:
        | code  | long_description                                                                  | coverage_code |
        | C9600 | Drug-eluting stent, single vessel                                                 | I             |
        | C9601 | Drug-eluting stent, each additional branch (list separately in addition to c9600) |               |
      And the partial release 2013-04 holds the code records:
        | code  | long_description                                                                  | coverage_code |
        | C9600 | Drug-eluting stent, single vessel                                                 | I             |
        | C9601 | Drug-eluting stent, each additional branch (list separately in addition to c9600) |               |
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | C9600          | 1     | <date_of_service> |
        | C9601          | 1     | <date_of_service> |
      When the claim is checked
      Then line 2 <outcome> AOC020

      Examples:
        | date_of_service | outcome        |
        | 2013-03-31      | has no finding |
        | 2013-04-01      | has finding    |

  Rule: Support must end in a procedure that is no add-on code: a chain falls with its first link, and a circle carries nothing

    Background:
      Given the payer is medicare

    Scenario: A chain holds as long as its first link does
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |
        | G0998 | Example service, each further hour (list separately in addition to g0022)                                |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0998          | 1     | 2026-01-15      |
        | G0022          | 2     | 2026-01-15      |
        | G0019          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: A chain falls with its first link
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         | coverage_code |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     | I             |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |               |
        | G0998 | Example service, each further hour (list separately in addition to g0022)                                |               |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0998          | 1     | 2026-01-15      |
        | G0022          | 2     | 2026-01-15      |
        | G0019          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | message                                                                             |
        | 1           | AOC020  | line_item_denial | G0998 is an add-on code, and its primary procedure on line 2 is itself not payable. |
        | 2           | AOC020  | line_item_denial | G0022 is an add-on code, and its primary procedure on line 3 is itself not payable. |
        | 3           | COV010  | line_item_denial | G0019 is not payable by Medicare (coverage code I).                                 |

    Scenario: A chain whose first link is missing falls whoever the payer is
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                                                                        |
        | G0513 | Prolonged preventive service(s); first 30 minutes (list separately in addition to code for preventive service)                                          |
        | G0514 | Prolonged preventive service(s); each additional 30 minutes (list separately in addition to code g0513 for additional 30 minutes of preventive service) |
      And the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0513          | 1     | 2026-01-15      |
        | G0514          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC010  | line_item_denial |
        | 2           | AOC020  | line_item_denial |

    Scenario: A chain holds where the contractor may accept its first link
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                                                                        |
        | G0439 | Annual wellness visit, subsequent visit                                                                                                                 |
        | G0513 | Prolonged preventive service(s); first 30 minutes (list separately in addition to code for preventive service)                                          |
        | G0514 | Prolonged preventive service(s); each additional 30 minutes (list separately in addition to code g0513 for additional 30 minutes of preventive service) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0439          | 1     | 2026-01-15      |
        | G0513          | 1     | 2026-01-15      |
        | G0514          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | AOC050  | advisory    |

    Scenario: Two codes whose texts name each other do not carry each other
      # The NCCI add-on table has such a pair of CPT codes; these records are given for the sake of the rule.
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                    |
        | G0998 | Example service, first part (list separately in addition to g0999)  |
        | G0999 | Example service, second part (list separately in addition to g0998) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0998          | 1     | 2026-01-15      |
        | G0999          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | message                                                                             |
        | 1           | AOC020  | line_item_denial | G0998 is an add-on code, and its primary procedure on line 2 is itself not payable. |
        | 2           | AOC020  | line_item_denial | G0999 is an add-on code, and its primary procedure on line 1 is itself not payable. |

    Scenario: A circle of three carries nothing, nor what hangs on it
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                       |
        | G0996 | Example service, a further part (list separately in addition to g0997) |
        | G0997 | Example service, first part (list separately in addition to g0998)     |
        | G0998 | Example service, second part (list separately in addition to g0999)    |
        | G0999 | Example service, third part (list separately in addition to g0997)     |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0996          | 1     | 2026-01-15      |
        | G0997          | 1     | 2026-01-15      |
        | G0998          | 1     | 2026-01-15      |
        | G0999          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC020  | line_item_denial |
        | 2           | AOC020  | line_item_denial |
        | 3           | AOC020  | line_item_denial |
        | 4           | AOC020  | line_item_denial |

    Scenario: A circle holds where one of its codes has a primary procedure outside it
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                            |
        | G0998 | Example service, first part (list separately in addition to g0999 or 99213) |
        | G0999 | Example service, second part (list separately in addition to g0998)         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0999          | 1     | 2026-01-15      |
        | G0998          | 1     | 2026-01-15      |
        | 99213          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: One line of a code does not carry another of the same code
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         | coverage_code |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     | I             |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |               |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0019          | 1     | 2026-01-15      |
        | G0022          | 1     | 2026-01-15      |
        | G0022          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COV010  | line_item_denial |
        | 2           | AOC020  | line_item_denial |
        | 3           | AOC020  | line_item_denial |

  Rule: An open list lets the contractor accept another procedure, so a denied primary procedure decides only where there is none

    Background:
      Given the payer is medicare
      And the partial release 2025-10 holds the code records:
        | code  | long_description                                                             | coverage_code |
        | C5271 | Application of low cost skin substitute graft                                | I             |
        | Q4449 | Example graft, per square centimeter (list in addition to primary procedure) |               |

    Scenario: A product beside a denied application alone is denied
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | C5271          | 1     | 2025-12-31      |
        | Q4449          | 4     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COV010  | line_item_denial |
        | 2           | AOC020  | line_item_denial |

    Scenario: A product beside a denied application and another surgical procedure is for the contractor to judge
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | C5271          | 1     | 2025-12-31      |
        | Q4449          | 4     | 2025-12-31      |
        | 11042          | 1     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | COV010  | line_item_denial |
        | 2           | AOC050  | advisory         |

  Rule: The add-on code file makes chains of CPT codes too: where the units of the first link are denied, the rest falls (CMS, Medicare NCCI Add-on Code Edits, Type 1)

    Background:
      Given the payer is medicare
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
        | 99292       | 99291        | 1         |
        | 96160       | 99292        | 1         |
        | 0836T       | 88177        | 1         |
        | 88177       | 0836T        | 1         |
        | 88177       | 88172        | 1         |
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 15271          | 1     | 2         |
        | 99291          | 1     | 2         |
        | 88172          | 5     | 1         |
        | 88177          | 6     | 3         |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                         |
        | Q4257 | Relese, per square centimeter (add-on, list separately in addition to primary procedure) |

    Scenario: A denied application takes its product and its additional code with it
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 30    | 2026-01-15      |
        | 15272          | 1     | 2026-01-15      |
        | 15271          | 2     | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding AOC020
        | field            | value |
        | message          | 15272 is an add-on code, and its primary procedure on line 3 is itself not payable. |
        | fix              | See why line 3 is not payable and correct that first; an add-on code is paid only with a payable primary procedure, and where line 3 is an add-on code too, with the one of that. |
        | evidence         | primary_procedure=not_payable |
        | remittance       | CO B15 N122 |
        | code_set_release | none |
      And the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC020  | line_item_denial |
        | 2           | AOC020  | line_item_denial |
        | 3           | UOS040  | line_item_denial |

    Scenario: A payable application carries both
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 30    | 2026-01-15      |
        | 15272          | 1     | 2026-01-15      |
        | 15271          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: Another procedure of the day, <other>, may carry the product, but not the additional code
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 30    | 2026-01-15      |
        | 15272          | 1     | 2026-01-15      |
        | 15271          | 2     | 2026-01-15      |
        | <other>        | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC050  | advisory         |
        | 2           | AOC020  | line_item_denial |
        | 3           | UOS040  | line_item_denial |

      Examples:
        | other |
        | 11042 |
        | 15002 |

    Scenario: One product beside two applications, one of them payable, is paid
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 2     | 2026-01-15      |
        | 15275          | 1     | 2026-01-15      |
        | Q4257          | 30    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | UOS040  | line_item_denial |

    Scenario: The same code twice, denied with one practitioner and payable with another
      Given the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 15271          | 2     | 2026-01-15      | A                  |
        | 15271          | 1     | 2026-01-15      | B                  |
        | 15272          | 1     | 2026-01-15      | A                  |
        | 15272          | 2     | 2026-01-15      | B                  |
        | 15272          | 3     | 2026-01-15      |                    |
        | 15272          | 1     | 2026-01-15      | C                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | UOS040  | line_item_denial |
        | 3           | AOC020  | line_item_denial |
        | 6           | AOC040  | suspension       |

    Scenario: A primary procedure twice, of which one line is billed as not covered, and both count for the day's limit
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | 15271          | GZ        | 1     | 2026-01-15      |
        | 15272          |           | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | UOS040  | line_item_denial |

    Scenario: A chain of three holds as long as its first link does
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 96160          | 1     | 2026-01-15      |
        | 99292          | 2     | 2026-01-15      |
        | 99291          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: A chain of three falls with its first link, link by link
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 96160          | 1     | 2026-01-15      |
        | 99292          | 2     | 2026-01-15      |
        | 99291          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | message                                                                             |
        | 1           | AOC020  | line_item_denial | 96160 is an add-on code, and its primary procedure on line 2 is itself not payable. |
        | 2           | AOC020  | line_item_denial | 99292 is an add-on code, and its primary procedure on line 3 is itself not payable. |
        | 3           | UOS040  | line_item_denial | The claim bills 2 units of 99291 for 2026-01-15 by one provider; Medicare's medically unlikely edit is 1 a day. All lines of the code for the day will be denied. |

    Scenario: A chain of three without its first link falls too
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 96160          | 1     | 2026-01-15      |
        | 99292          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC020  | line_item_denial |
        | 2           | AOC010  | line_item_denial |

    Scenario: A chain of three whose second link is denied for its own sake
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99292          | 8     | 3         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 96160          | 1     | 2026-01-15      |
        | 99292          | 9     | 2026-01-15      |
        | 99291          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC020  | line_item_denial |
        | 2           | UOS040  | line_item_denial |

    Scenario: Two codes that the file lists for each other do not carry each other
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 0836T          | 1     | 2026-01-15      |
        | 88177          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      | message                                                                             |
        | 1           | AOC020  | line_item_denial | 0836T is an add-on code, and its primary procedure on line 2 is itself not payable. |
        | 2           | AOC020  | line_item_denial | 88177 is an add-on code, and its primary procedure on line 1 is itself not payable. |

    Scenario: With the procedure that one of them also goes with, both are carried
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 0836T          | 1     | 2026-01-15      |
        | 88177          | 1     | 2026-01-15      |
        | 88172          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: Where that procedure is denied, both fall
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 0836T          | 1     | 2026-01-15      |
        | 88177          | 1     | 2026-01-15      |
        | 88172          | 6     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC020  | line_item_denial |
        | 2           | AOC020  | line_item_denial |
        | 3           | UOS030  | line_item_denial |

    Scenario: An add-on code that another edit denies is denied by both, and carries nothing
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 0836T          | 1     | 2026-01-15      |
        | 88177          | 7     | 2026-01-15      |
        | 88172          | 6     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | AOC020  | line_item_denial |
        | 2           | AOC020  | line_item_denial |
        | 2           | UOS040  | line_item_denial |
        | 3           | UOS030  | line_item_denial |

    Scenario Outline: Payer <payer> does not measure units, and the chain holds
      Given the payer is <payer>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 30    | 2026-01-15      |
        | 15272          | 1     | 2026-01-15      |
        | 15271          | 2     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario Outline: A pair with dates makes the chain on its own days: <day>
      Given the add-on code table 2026-04 lists:
        | add_on_code | primary_code | edit_type | effective_date | deletion_date |
        | 15278       | 15277        | 1         | 2012-01-01     | 2026-05-31    |
      And the practitioner MUE table 2026-04 lists:
        | procedure_code | units | indicator |
        | 15277          | 1     | 2         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15277          | 2     | <day>           |
        | 15278          | 1     | <day>           |
      When the claim is checked
      Then line 1 has finding UOS040
      And line 2 <outcome> AOC020

      Examples:
        | day        | outcome        |
        | 2026-04-01 | has finding    |
        | 2026-05-31 | has finding    |
        | 2026-06-01 | has no finding |
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
        | 15272       | 15271        | 1         |
        | G0901       | 15272        | 1         |
        | G0902       | 15272        | 1         |
        | G0903       | 15272        | 1         |
        | G0904       | 15272        | 1         |
      And the payer is medicare_advantage
      And the claim lines:
        | line_number | procedure_code | units | date_of_service | rendering_provider |
        | 1           | 15272          | 1     | 2026-01-15      | A                  |
        | 2           | G0901          | 1     | 2026-01-15      | A                  |
        | 3           | G0902          | 1     | 2026-01-15      | A                  |
        | 4           | G0903          | 1     | 2026-01-15      | A                  |
        | 5           | G0904          | 1     | 2026-01-15      | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | AOC010  | line_item_denial   |
        | 2           | AOC020  | line_item_denial   |
        | 3           | COD010  | return_to_provider |
        | 4           | COD020  | return_to_provider |
        | 5           | COD030  | return_to_provider |
