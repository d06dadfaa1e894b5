"""Days as tables write them: what is written in a format is read as that day, and as no other."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cleanclaim.read.date_formats import date_format, refused_together

from ..settings import examples

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_between = st.text(st.characters(min_codepoint=32, max_codepoint=126, exclude_characters="%"), max_size=2)


@st.composite
def formats(draw: st.DrawFn) -> str:
    """Any format there may be."""
    parts = draw(st.permutations(("%Y", "%d", draw(st.sampled_from(("%m", "%b"))))))
    texts = [draw(_between) for _ in range(4)]
    return "".join(one for pair in zip(texts, (*parts, ""), strict=True) for one in pair)


def written(day: date, text: str, *, short: bool = False) -> str:
    """A day in a format, as a program would write it."""
    month = MONTHS[day.month - 1].title()
    for word, value in (("%Y", f"{day.year:04}"), ("%b", month), ("%m", str(day.month)), ("%d", str(day.day))):
        text = text.replace(word, value if short else value.zfill(2))
    return text


@examples(300)
@given(st.dates(), formats())
def test_a_day_that_is_written_in_a_format_is_read_as_that_day(day: date, text: str) -> None:
    assert date_format(text).day(written(day, text)) == day


@examples(300)
@given(formats(), formats(), st.dates())
def test_what_two_formats_have_in_common_is_one_day_or_they_are_refused_together(
    one: str, other: str, day: date
) -> None:
    first, second = date_format(one), date_format(other)
    assume(refused_together([first, second]) is None)
    for text in (written(day, one), written(day, one, short=True)):
        assert second.day(text) is None


@examples(200)
@given(formats(), st.text(max_size=12))
def test_other_text_is_no_day(text: str, other: str) -> None:
    wanted = date_format(text)
    try:
        day = wanted.day(other)
    except ValueError:
        return
    assert day is None or other.lower() in (written(day, text).lower(), written(day, text, short=True).lower())


@pytest.mark.parametrize(
    ("text", "value", "day"),
    [
        ("%d-%b-%Y", "27-OCT-1999", "1999-10-27"),
        ("%d-%b-%Y", "7-oct-1999", "1999-10-07"),
        ("%d%b%Y", "07Oct1999", "1999-10-07"),
        ("%m/%d/%Y", "1/5/2026", "2026-01-05"),
        ("%m/%d/%Y", "01/05/2026", "2026-01-05"),
        ("%Y%m%d", "20260105", "2026-01-05"),
        ("%Y-%m-%d 00:00:00", "2026-01-05 00:00:00", "2026-01-05"),
        ("%m/%d/%Y", "01/05/26", None),
        ("%m/%d/%Y", "001/05/2026", None),
        ("%m/%d/%Y", "01/05/2026 ", None),
        ("%m/%d/%Y", "\u0661/05/2026", None),
        ("%Y%m%d", "2026015", None),
        ("%d-%b-%Y", "27-OCTOBER-1999", None),
        ("%d-%b-%Y", "27-\u017fep-1999", None),
        ("%d.%m.%Y", "27x10x1999", None),
    ],
)
def test_text_is_read_as_the_format_says_and_no_way_else(text: str, value: str, day: str | None) -> None:
    assert date_format(text).day(value) == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("text", "value"),
    [("%m/%d/%Y", "02/30/2026"), ("%m/%d/%Y", "13/01/2026"), ("%Y%m%d", "00000101"), ("%d-%b-%Y", "0-JAN-2026")],
)
def test_a_day_that_is_not_in_the_calendar_is_said_to_be_none(text: str, value: str) -> None:
    with pytest.raises(ValueError, match="no such day"):
        date_format(text).day(value)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "made of %Y"), ("%Y-%m", "made of %Y"), ("%Y-%m-%d-%d", "made of %Y"), ("%Y-%m-%b-%d", "made of %Y"),
        ("DD-MON-YYYY", "made of %Y"), ("%m/%d/%y", "the century of %y would be guessed"), ("%Y-%j", "%j is none"),
        ("%Y%%%m%d", "%% is none"), ("%Y-%m-%d%", "% is none"), ("%Y\u2013%m\u2013%d", "ASCII"), ("%Y\n%m%d", "ASCII"),
    ],
)  # fmt: skip
def test_what_is_no_format_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        date_format(text)


@pytest.mark.parametrize(
    ("texts", "are_refused"),
    [
        (("%m/%d/%Y", "%d/%m/%Y"), True), (("%Y%m%d", "%m%d%Y"), True), (("%m/%d/%Y", "%Y-%m-%d"), False),
        (("%m/%d/%Y", "%m/%d/%Y"), True), (("%d-%b-%Y", "%d-%m-%Y", "%Y%m%d"), False),
    ],
)  # fmt: skip
def test_formats_between_which_the_day_would_be_guessed_are_refused_together(
    texts: tuple[str, ...], are_refused: bool
) -> None:
    assert (refused_together(map(date_format, texts)) is not None) == are_refused
