@SYS010
Feature: Claim or line could not be read
  A file that stops at its first bad line hides what is wrong with the thousand claims behind it, and a line that is
  passed over without a word makes a claim look better or worse than it is. What cannot be read is therefore a finding
  like any other: it says what, where and why, and everything else is checked.

  Rule: A claim with incomplete or invalid information is returned as unprocessable, to be corrected and sent again (WPS Medicare Part B, Unprocessable Claim Guidelines)

    Scenario: Units in words cannot be read, and the line is returned to the provider
      Given the claims in "../../fixtures/claims/unreadable/units_in_words.json"
      When the claims are checked
      Then claim "A" line 2 has finding SYS010
        | field            | value |
        | title            | Claim or line could not be read |
        | disposition      | return_to_provider |
        | message          | The units could not be read: a number is written in digits, as 12 or 12.5. |
        | fix              | Correct it and check again; what depends on it was not checked. |
        | evidence         | field=units, reason=a number is written in digits, as 12 or 12.5 |
        | remittance       | none |
        | code_set_release | none |
        | procedure_code   | none |
        | date_of_service  | none |
        | location         | ../../fixtures/claims/unreadable/units_in_words.json:6 |
        | authority        | Medicare Claims Processing Manual, Pub. 100-04, ch. 1, as quoted by NGS Medicare (article 972099), sec. 80.3.1, incomplete or invalid claims; CMS Standard Companion Guide, Health Care Claim: Professional (837P), 005010X222A1, version 6.0 (2020), Disclosure statement and preface |

    Scenario: A claim that can be read has no such finding
      Given the bundled code records
      And the payer is other
      And the claim:
        """
        {"claim_id": "A", "lines": [
          {"line_number": 1, "procedure_code": "15271", "units": 1, "date_of_service": "2026-01-15"},
          {"line_number": 2, "procedure_code": "Q4257", "units": "25.000", "date_of_service": "2026-01-15"}]}
        """
      When the claim is checked
      Then there are no findings

  Rule: The other lines of the claim are checked by themselves; edits that look at other lines are not evaluated on it, for nobody knows what the unread line bills

    Scenario: Beside an unread line a product is not denied for want of a procedure, but its units are judged
      # Line 2 of claim A was to bill the procedure; claim B is the same product without one.
      Given the claims in "../../fixtures/claims/unreadable/units_in_words.json"
      When the claims are checked
      Then the findings are exactly:
        | claim_id | line_number | edit_id | disposition        |
        | A        | 1           | COV080  | information        |
        | A        | 1           | UOS020  | return_to_provider |
        | A        | 2           | SYS010  | return_to_provider |
        | B        | 1           | AOC010  | line_item_denial   |
        | B        | 1           | COV080  | information        |
        | B        | 1           | UOS020  | return_to_provider |
        | C        |             | COD920  | not_checked        |
        | C        | 2           | SYS010  | return_to_provider |

    Scenario: A row that repeats a line number, contradicts its claim or lacks a cell may have been the procedure
      Given the claims in "../../fixtures/claims/unreadable/several_lines.csv"
      When the claims are checked
      Then the findings are exactly:
        | claim_id | line_number | edit_id | disposition        | message                                                                                                                        | location                                             |
        | A        | 2           | SYS010  | return_to_provider | The line_number could not be read: it is the number of an earlier line too.                                                    | ../../fixtures/claims/unreadable/several_lines.csv:4 |
        | B        |             | SYS010  | return_to_provider | The line could not be read: payer_type differs from the claim's rows above.                                                     | ../../fixtures/claims/unreadable/several_lines.csv:6 |
        | C        |             | SYS010  | return_to_provider | The line could not be read: it has 5 cells where the header names 6.                                                           | ../../fixtures/claims/unreadable/several_lines.csv:8 |
        | D        | 1           | AOC010  | line_item_denial   | Q4257 is an add-on code, and no primary procedure that could carry it is on the claim. Expected beside it: 15271, 15273, 15275, 15277 or 15777. | ../../fixtures/claims/unreadable/several_lines.csv:9 |

    Scenario: A row that does not tell its claim may belong to the claim above it or below it, and to no other
      Given the claims in "../../fixtures/claims/unreadable/row_without_claim.csv"
      When the claims are checked
      Then the findings are exactly:
        | claim_id | line_number | edit_id | disposition        | location                                                 |
        |          |             | SYS010  | return_to_provider | ../../fixtures/claims/unreadable/row_without_claim.csv:4 |
        | A        | 1           | AOC010  | line_item_denial   | ../../fixtures/claims/unreadable/row_without_claim.csv:2 |
        | B        |             | SYS010  | return_to_provider | ../../fixtures/claims/unreadable/row_without_claim.csv:3 |
        | C        |             | SYS010  | return_to_provider | ../../fixtures/claims/unreadable/row_without_claim.csv:5 |
        | D        | 1           | AOC010  | line_item_denial   | ../../fixtures/claims/unreadable/row_without_claim.csv:6 |

  Rule: What a field may hold is told by the form of a claim: units are below 10,000,000 and have at most three decimal places

    Scenario: Units out of range, with too many places or in another form cannot be read
      # 9999999, 9999999.999, 1.234 and 0.001 can be read, and nothing is wrong with them.
      Given the claims in "../../fixtures/claims/unreadable/units.csv"
      When the claims are checked
      Then the findings are exactly:
        | claim_id | line_number | edit_id | message                                                                    |
        | U03      | 1           | SYS010  | The units could not be read: the number must be below 10,000,000.          |
        | U05      | 1           | SYS010  | The units could not be read: the number has more than 3 decimal places.    |
        | U07      | 1           | SYS010  | The units could not be read: the number has more than 3 decimal places.    |
        | U08      | 1           | SYS010  | The units could not be read: a number is written in digits, as 12 or 12.5. |
        | U09      | 1           | SYS010  | The units could not be read: a number is written in digits, as 12 or 12.5. |
        | U10      | 1           | SYS010  | The units could not be read: a number is written in digits, as 12 or 12.5. |
        | U11      | 1           | SYS010  | The units could not be read: a number is written in digits, as 12 or 12.5. |

    Scenario: A day that is missing, not in the calendar or in another form cannot be read
      # 2026-01-15 and 2028-02-29 can be read.
      Given the claims in "../../fixtures/claims/unreadable/dates.csv"
      When the claims are checked
      Then the findings are exactly:
        | claim_id | line_number | edit_id | message                                                                                |
        | D02      | 1           | SYS010  | The date_of_service could not be read: it is missing.                                  |
        | D03      | 1           | SYS010  | The date_of_service could not be read: there is no such day in the calendar.           |
        | D05      | 1           | SYS010  | The date_of_service could not be read: a day is written year-month-day, as 2026-01-31. |
        | D06      | 1           | SYS010  | The date_of_service could not be read: a day is written year-month-day, as 2026-01-31. |
        | D07      | 1           | SYS010  | The date_of_service_end could not be read: there is no such day in the calendar.       |
        | D08      | 1           | SYS010  | The date_of_service could not be read: a day is written year-month-day, as 2026-01-31. |

    Scenario: Every other field has a form too, and the finding names the one that is wrong
      # F01 and F09, with four modifiers, can be read.
      Given the claims in "../../fixtures/claims/unreadable/fields.csv"
      When the claims are checked
      Then the findings are exactly:
        | claim_id | line_number | edit_id | disposition        | message                                                                                    |
        | F03      |             | SYS010  | return_to_provider | The type_of_bill could not be read: three digits or capital letters are wanted.            |
        | F05      | 1           | SYS010  | return_to_provider | The place_of_service could not be read: two digits are wanted.                             |
        | F07      |             | SYS010  | return_to_provider | The line_number could not be read: it is missing.                                          |
        | F08      | 1           | SYS010  | return_to_provider | The revenue_code could not be read: four digits are wanted.                                |
        | F10      | 1           | SYS010  | return_to_provider | The modifiers could not be read: at most four modifiers of two characters each are wanted. |
        | F11      | 1           | SYS010  | return_to_provider | The modifiers could not be read: at most four modifiers of two characters each are wanted. |
        | F12      | 1           | SYS010  | return_to_provider | The charge could not be read: the number has more than 2 decimal places.                   |
        | F13      | 1           | SYS010  | return_to_provider | The charge could not be read: a number is written in digits, as 12 or 12.5.                |

    Scenario: A claim type and a payer type are words of a list
      Given the claims in "../../fixtures/claims/unreadable/words.csv"
      When the claims are checked
      Then the findings are exactly:
        | claim_id | line_number | edit_id | disposition        |
        | W02      |             | SYS010  | return_to_provider |
        | W03      |             | COD920  | not_checked        |
        | W03      |             | SYS010  | return_to_provider |

    Scenario: Line numbers start at 1, and a line that is numbered 0 is no line of the claim
      Given the claims in "../../fixtures/claims/unreadable/line_zero.csv"
      When the claims are checked
      Then the findings are exactly:
        | claim_id | line_number | edit_id | disposition        | message                                                             |
        | A        |             | SYS010  | return_to_provider | The line_number could not be read: a whole number from 1 is wanted. |

  Rule: The rest of the file is still checked, as far as it can be told where a claim ends

    Scenario: A claim that is no JSON is passed over in a list of claims
      Given the claims in "../../fixtures/claims/unreadable/broken_claim.json"
      When the claims are checked
      Then the findings are exactly:
        | claim_id | line_number | edit_id | disposition        | location                                             |
        |          |             | SYS010  | return_to_provider | ../../fixtures/claims/unreadable/broken_claim.json:4 |
        | C        | 1           | AOC010  | line_item_denial   | ../../fixtures/claims/unreadable/broken_claim.json:7 |

    Scenario: A claim that is cut off is passed over in a file of one claim a line
      Given the claims in "../../fixtures/claims/unreadable/cut_off.jsonl"
      When the claims are checked
      Then the findings are exactly:
        | claim_id | line_number | edit_id | disposition        | location                                         |
        |          |             | SYS010  | return_to_provider | ../../fixtures/claims/unreadable/cut_off.jsonl:2 |
        | C        | 1           | AOC010  | line_item_denial   | ../../fixtures/claims/unreadable/cut_off.jsonl:3 |

    Scenario: A claim without an id, without lines, or with a field that looks mistyped is not guessed at
      Given the claims in "../../fixtures/claims/unreadable/whole_claims.json"
      When the claims are checked
      Then the findings are exactly:
        | claim_id | line_number | edit_id | disposition        | message                                                                                                                        |
        |          |             | SYS010  | return_to_provider | The claim_id could not be read: it is missing.                                                                                 |
        |          |             | SYS010  | return_to_provider | The claim could not be read: an object with the fields of a claim is wanted.                                                   |
        | B        |             | SYS010  | return_to_provider | The lines could not be read: the claim has none.                                                                               |
        | C        |             | SYS010  | return_to_provider | The lines could not be read: the claim has none.                                                                               |
        | D        |             | SYS010  | return_to_provider | The lines could not be read: a list of lines is wanted.                                                                        |
        | F        |             | SYS010  | return_to_provider | The line could not be read: an object with the fields of a line is wanted.                                                     |
        | G        |             | SYS010  | return_to_provider | The rendering_provder could not be read: no field has this name; rendering_provider may be meant.                              |
        | H        | 1           | AOC010  | line_item_denial   | Q4257 is an add-on code, and no primary procedure that could carry it is on the claim. Expected beside it: 15271, 15273, 15275, 15277 or 15777. |

    Scenario: A FHIR item of an unknown code system and a cancelled claim are told, and the rest is checked
      Given the bundled code records
      And the claims in "../../fixtures/claims/fhir_bundle.json"
      When the claims are checked
      Then the findings are exactly:
        | claim_id | line_number | edit_id | disposition        | message                                                                                                                                         | location                                   |
        | FHIR-1   | 2           | COV080  | information        | Whether Q4257 is covered is for the Medicare contractor to judge (coverage code C).                                                             | ../../fixtures/claims/fhir_bundle.json:57  |
        | FHIR-2   | 1           | AOC010  | line_item_denial   | Q4257 is an add-on code, and no primary procedure that could carry it is on the claim. Expected beside it: 15271, 15273, 15275, 15277 or 15777. | ../../fixtures/claims/fhir_bundle.json:98  |
        | FHIR-2   | 1           | COV080  | information        | Whether Q4257 is covered is for the Medicare contractor to judge (coverage code C).                                                             | ../../fixtures/claims/fhir_bundle.json:98  |
        | FHIR-3   | 1           | SYS010  | return_to_provider | The productOrService could not be read: none of its codings is of a system of HCPCS, CPT or HIPPS codes.                                        | ../../fixtures/claims/fhir_bundle.json:141 |
        | FHIR-4   |             | SYS010  | return_to_provider | The status could not be read: it is cancelled, and was not checked.                                                                             | ../../fixtures/claims/fhir_bundle.json:154 |

    Scenario Outline: A file that holds no claims is a finding, not an empty result: <file>
      Given the claims in "../../fixtures/claims/unreadable/<file>"
      When the claims are checked
      Then the findings are exactly:
        | claim_id | line_number | edit_id | disposition        | message   | location                                      |
        |          |             | SYS010  | return_to_provider | <message> | ../../fixtures/claims/unreadable/<file><line> |

      Examples:
        | file                  | line | message                                                                                                                                      |
        | empty.csv             |      | The file could not be read: it is empty.                                                                                                     |
          | no_claims.txt         |      | The file could not be read: it holds no claims as JSON, JSON Lines, CSV, Parquet, X12 837 or FHIR; a CSV file's first line names the columns, claim_id first of all. |
        | misspelled_column.csv | :1   | The file could not be read: the header is wrong: procedure_cod: no field has this name; procedure_code may be meant.                         |
