Feature: The steps that claim scenarios are written in
  Every step that cleanclaim knows stands here once. Paths are relative to the feature file. A word that a step takes
  stands bare or in quotes, as below; tables and JSON stand under the step.

  Rule: Code records are given by the quarter for which they are true

    # A scenario that says nothing of code records has the bundled ones; the first step that does replaces them.

    Scenario: The records that come with cleanclaim
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4390          | 12.5  | 2026-01-15      |
        | 15275          | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding UOS020

    # The library is a file that `cleanclaim codes add` made, or plain files: one, or a folder of them.

    Scenario: A library
      Given the library "../fixtures/record_documents"
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding AOC010

    Scenario: One record document
      Given the record document "../fixtures/record_documents/Q4257.txt"
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 4     | 2026-01-15      |
        | Q4390          | 4     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding AOC010
      And line 2 has finding COD900

    Scenario: No code records
      Given no code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding COD900

    # Only `code` must be given. The description is "Item" and the code, the code added date is 2000-01-01 where there
    # is no such column; a blank cell is a field left blank. A complete release holds every code that is in force.

    Scenario: Releases from tables
      Given the complete release 2025-10 holds the code records:
        | code  |
        | A4649 |
      And the partial release 2026-01 holds the code records:
        | code  | long_description             | short_description | coverage_code | code_added_date | termination_date | asc_payment_group | asc_effective_date | pricing_indicator | statute | cross_references | coverage_issues_references | carriers_manual_references |
        | Q4100 | Skin substitute, unspecified | Skin substitute   | C             | 2009-01-01      | 2025-12-31       | YY                | 2020-01-01         | 51                | 1862    | Q4431, Q4432     | 35-10                      | 2049 2050                  |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4100          | 4     | 2026-01-15      |
        | A9999          | 1     | 2025-12-31      |
      When the claim is checked
      Then line 1 has finding COD030
      And line 2 has finding COD010

    # A code of two characters is a modifier's. A complete release knows every modifier that is in force.

    Scenario: Modifiers stand among the code records
      Given the complete release 2026-01 holds the code records:
        | code  | long_description                   |
        | G0101 | Pelvic and clinical breast exam    |
        | XS    | Separate structure                 |
      And the payer is other
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | G0101          | XS        | 1     | 2026-01-15      |
        | G0101          | XU        | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 has no finding
      And line 2 has finding MOD040

  Rule: Medicare's other tables are given by the quarter for which they are true, beside any code records

    # edit_type is 1 where there is no such column. With a column effective_date the table bears dates, and speaks for
    # every date up to the end of its quarter; without one, for its quarter alone. Dates of deletion are last valid days.

    Scenario: Add-on codes and their primary procedures
      Given the add-on code table 2026-01 lists:
        | add_on_code | primary_code |
        | 15272       | 15271        |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 2     | 2026-01-15      |
        | 15272          | 2     | 2026-04-01      |
      When the claim is checked
      Then line 1 has finding AOC010
      And line 2 has finding AOC900

    Scenario: Add-on codes with every column
      Given the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type | effective_date | deletion_date | add_on_deletion_date | primary_deletion_date |
        | 15272       | 15271        | 1         | 2013-01-01     | 2026-01-31    |                      |                       |
        | 15777       | CCCCC        | 2         | 2013-01-01     |               |                      |                       |
        | 99292       | 99291        | 3         | 2013-01-01     |               | 2025-12-31           | 2025-12-31            |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15272          | 2     | 2026-01-31      |
        | 15272          | 2     | 2026-02-01      |
        | 15777          | 1     | 2026-02-10      |
        | 99292          | 1     | 2026-01-01      |
      When the claim is checked
      Then line 1 has finding AOC010
      And line 2 has no finding
      And line 3 has finding AOC010
      And line 4 has no finding

    # There is a table for each of practitioner, outpatient and dme. The indicator is 1 (by line), 2 or 3 (by day).

    Scenario: Medically unlikely edits
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99486          | 4     | 1         |
        | 15271          | 1     | 2         |
      And the outpatient MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99486          | 9     | 1         |
      And the dme MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99486          | 9     | 1         |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99486          | 5     | 2026-01-15      |
        | 15271          | 2     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding UOS030
      And line 2 has finding UOS040

    # What an ambulatory surgical center is paid for stands in two addenda: AA lists procedures, BB what goes with them.

    Scenario: What an ambulatory surgical center is paid for
      Given the partial release 2026-01 holds the code records:
        | code  |
        | C9600 |
        | G0105 |
      And ASC Addendum AA 2026-01 lists:
        | procedure_code | payment_indicator |
        | G0105          | A2                |
      And ASC Addendum BB 2026-01 lists:
        | procedure_code |
        | Q4101          |
      And the payer is medicare
      And the billing taxonomy is 261QA1903X
      And the place of service is 24
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0105          | 1     | 2026-01-15      |
        | C9600          | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 has no finding
      And line 2 has finding SET010

  Rule: A claim is given by its fields and lines, as JSON, or in a file

    # Lines are numbered from 1 where a table does not number them; a blank cell is not given; modifiers are separated
    # by blanks or commas. The claim id is A where no step gives one.

    Scenario: The claim's own fields
      Given the claim id is N-1
      And the payer is medicare
      And the claim type is institutional
      And the type of bill is 131
      And the billing taxonomy is 261QA1903X
      And the billing provider is B
      And the rendering provider is C
      And the place of service is 24
      And the claim lines:
        | line_number | procedure_code | modifiers | units | date_of_service |
        | 10          | 15271          |           | 1     | 2026-01-15      |
        | 20          | Q4257          | KX, SG    | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | claim_id | line_number | edit_id | disposition |
        | N-1      | 20          | COV080  | information |

    Scenario: A claim, or a list of claims, as JSON
      Given the payer is medicare
      And the claim:
        """
        {"claim_id": "N-2", "lines": [{"line_number": 1, "procedure_code": "15271", "units": 1, "date_of_service": "2026-01-15"}]}
        """
      When the claim is checked
      Then there are no findings

    Scenario: The claims of a file, in any format that cleanclaim reads
      Given the claims in "../tests/scenarios/files/claims.csv"
      When the claims are checked
      Then claim "N-2" line 2 has finding UOS020
        | location | ../tests/scenarios/files/claims.csv:5 |
      And claim "N-1" line 2 has no finding UOS020
      And claim "N-1" line 1 has no finding
      And claim "N-1" has no finding COD920

    # In the locations of findings the file is called "the claims", and its first line is 1.

    Scenario: Claims written in any format that cleanclaim reads
      Given the claims:
        """
        claim_id,payer_type,line_number,procedure_code,units,date_of_service
        N-3,medicare,1,15271,1,2026-01-15
        N-3,medicare,2,Q4257,2.5,2026-01-15
        """
      When the claim is checked
      Then line 2 has finding UOS020
        | location | the claims:3 |

  Rule: A payer's own edits are added to those of cleanclaim

    Scenario: A folder of edits
      Given the edits in "../tests/scenarios/files/payer_edits"
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service | charge |
        | 15271          | 1     | 2026-01-15      |        |
        | 15271          | 1     | 2026-01-15      | 100.50 |
      When the claim is checked
      Then line 1 has finding PAY010
      And line 2 has no finding PAY010

  Rule: A parameter of the catalogue is what the scenario says

    # Codes are separated by blanks or commas; Q4100-Q4449 is a range. A payer's own parameters can be set as well, behind
    # the step that adds its edits.

    Scenario: A number, or codes, on every date
      Given the parameter overlap_allowance is 1.5
      And the parameter unlisted_products is Q4100, Q4257-Q4258
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 40    | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding UOS050

    Scenario: A number that changes with the date
      Given the parameter overlap_allowance is:
        | first      | last       | value |
        |            | 2026-01-31 | 1.5   |
        | 2026-02-01 |            | 1.6   |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-31      |
        | Q4257          | 40    | 2026-01-31      |
        | 15271          | 1     | 2026-02-01      |
        | Q4257          | 40    | 2026-02-01      |
      When the claim is checked
      Then line 2 has finding UOS050
      And line 4 has no finding UOS050

  Rule: What is found is expected by line, by claim, or as a whole

    # Information is reported to scenarios too; only "the claim is clean" passes it over.

    Scenario: A clean claim
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the claim is clean
      And line 1 has no finding
      And line 2 has finding COV080

    Scenario: Findings of the claim as a whole
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
      When the claim is checked
      Then the claim has finding COD920
      And claim "A" has finding COD920
        | disposition | not_checked |

    Scenario: No finding of an edit on the claim as a whole
      Given the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
      When the claim is checked
      Then the claim has no finding COD920

    # These are the fields that a table may assert. What a finding has not is blank, or none.

    Scenario: Every field of a finding
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 2.5   | 2026-01-15      |
      When the claim is checked
      Then line 2 has finding UOS020
        | field            | value |
        | edit_id          | UOS020 |
        | title            | Units of a per-square-centimeter product are not whole |
        | claim_id         | A |
        | line_number      | 2 |
        | procedure_code   | Q4257 |
        | date_of_service  | 2026-01-15 |
        | disposition      | return_to_provider |
        | message          | Q4257 is billed per square centimeter: 2.5 units is not a whole number. |
        | fix              | Bill the whole number of square centimeters, one unit for each. |
        | evidence         | unit_basis=sq_cm, units=2.5 |
        | code_set_release | 2026-01 |
        | remittance       | CO 16 M53 |
        | authority        | NGS Medicare, Drugs and Biologicals: Skin Substitutes (article 11137991), billing details and Billing Tips; CMS Recovery Audit Program, approved topic 0074, Excessive or Insufficient Drugs and Biologicals Units Billed, Description; Medicare Claims Processing Manual, Pub. 100-04, ch. 26, sec. 10.4, item 24G |
        | location         | none |

    # The reason is one of those that `cleanclaim explain` tells. That the edit has no finding there would fail.

    Scenario: An edit that could not be checked
      Given no code records
      And the claim id is N-4
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 2.5   | 2026-01-15      |
      When the claim is checked
      Then UOS020 is not checked because no code record is in force: no release loaded starts on or before 2026-01-15
      And UOS020 is not checked on line 2 because no code record is in force: no release loaded starts on or before 2026-01-15
      And UOS020 is not checked on claim "N-4" because no code record is in force: no release loaded starts on or before 2026-01-15
      And UOS020 is not checked on claim "N-4" line 2 because no code record is in force: no release loaded starts on or before 2026-01-15
