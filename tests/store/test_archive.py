"""The travelling file: two stored members, and nothing that only looks like them."""

import struct
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import archive
from tests.store.family import TODAY, cancelled_after

HEAD, BODY = b"how to come to the key", b"locked " * 1000
ONE_FILE = settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "vault.db"
    path.write_bytes(BODY)
    return path


@pytest.fixture
def packed(database: Path) -> bytes:
    target = BytesIO()
    archive.pack(target, HEAD, database, TODAY)
    return target.getvalue()


def unpacked(tmp_path: Path, content: bytes) -> tuple[bytes, date]:
    path = tmp_path / "backup.familysafe"
    path.write_bytes(content)
    return archive.unpack(path, tmp_path / "unpacked.db")


def refusal(tmp_path: Path, content: bytes) -> Code:
    with pytest.raises(FamilySafeError) as refused:
        unpacked(tmp_path, content)
    return refused.value.code


def zipped(fill: Callable[[ZipFile], None]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as made:
        fill(made)
    return target.getvalue()


def test_what_was_packed_comes_out_as_it_was(tmp_path: Path, packed: bytes) -> None:
    assert unpacked(tmp_path, packed) == (HEAD, TODAY)
    assert (tmp_path / "unpacked.db").read_bytes() == BODY
    assert (tmp_path / "unpacked.db").stat().st_mode & 0o777 == 0o600


def test_it_is_a_plain_zip_that_any_tool_can_look_into(packed: bytes) -> None:
    with ZipFile(BytesIO(packed)) as found:
        assert [(one.filename, one.compress_type) for one in found.infolist()] == [("vault.header", 0), ("vault.db", 0)]
        assert found.testzip() is None


@pytest.mark.parametrize("on", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_clock_that_is_far_off_does_not_stop_it(database: Path, tmp_path: Path, on: date) -> None:
    target = BytesIO()
    archive.pack(target, HEAD, database, on)
    assert unpacked(tmp_path, target.getvalue())[1].month == on.month


def test_what_was_packed_reads_back(packed: bytes) -> None:
    assert archive.reads_back(BytesIO(packed))
    spoiled = bytearray(packed)
    spoiled[200] ^= 1
    assert not archive.reads_back(BytesIO(spoiled))
    assert not archive.reads_back(BytesIO(packed[:-1]))


def test_both_ways_can_be_stopped(database: Path, tmp_path: Path, packed: bytes) -> None:
    with pytest.raises(FamilySafeError) as refused:
        archive.pack(BytesIO(), HEAD, database, TODAY, cancelled_after(0))
    assert refused.value.code is Code.CANCELLED
    (tmp_path / "backup.familysafe").write_bytes(packed)
    with pytest.raises(FamilySafeError) as refused:
        archive.unpack(tmp_path / "backup.familysafe", tmp_path / "unpacked.db", cancelled_after(0))
    assert refused.value.code is Code.CANCELLED


def member(name: str, content: bytes = b"x", **more: int) -> Callable[[ZipFile], None]:
    def add(made: ZipFile) -> None:
        info = ZipInfo(name, (2026, 11, 22, 0, 0, 0))
        for field, value in more.items():
            setattr(info, field, value)
        made.writestr(info, content)

    return add


def both(*adding: Callable[[ZipFile], None]) -> bytes:
    def add(made: ZipFile) -> None:
        for one in adding:
            one(made)

    return zipped(add)


HEADER, DATABASE = member("vault.header"), member("vault.db")
STRANGE = {
    "empty": b"",
    "no zip": b"SQLite format 3\x00" * 100,
    "one member": both(HEADER),
    "a third member": both(HEADER, DATABASE, member("more")),
    "another order": both(DATABASE, HEADER),
    "another name": both(HEADER, member("vault.DB")),
    "a path": both(HEADER, member("../vault.db")),
    "an absolute path": both(HEADER, member("/vault.db")),
    "a packed member": both(HEADER, member("vault.db", b"x" * 1000, compress_type=zipfile.ZIP_DEFLATED)),
    "a header that is too large": both(member("vault.header", bytes(64 * 1024 + 1)), DATABASE),
    "a day that is none": both(member("vault.header", date_time=(2026, 0, 0, 0, 0, 0)), DATABASE),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("content", STRANGE.values(), ids=STRANGE)
def test_anything_else_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refusal(tmp_path, content) is Code.BACKUP_UNREADABLE
    assert not (tmp_path / "unpacked.db").exists()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_stands_there_twice_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, both(HEADER, HEADER)) is Code.BACKUP_UNREADABLE


def test_two_members_as_they_should_be_are_not(tmp_path: Path) -> None:
    assert unpacked(tmp_path, both(HEADER, DATABASE)) == (b"x", TODAY)


def patched(packed: bytes, mark: bytes, offset: int, value: bytes) -> bytes:
    """The same file with other bytes in the last record of a kind."""
    place = packed.rindex(mark) + offset
    return packed[:place] + value + packed[place + len(value) :]


CENTRAL, END = b"PK\x01\x02", b"PK\x05\x06"


@pytest.mark.parametrize(
    ("mark", "offset", "value"),
    [
        (CENTRAL, 8, b"\x01\x00"),
        (CENTRAL, 8, b"\x00\x08"),
        (CENTRAL, 10, b"\x08\x00"),
        (CENTRAL, 24, struct.pack("<L", (512 << 20) + 1)),
        (CENTRAL, 20, struct.pack("<LL", (512 << 20) + 1, (512 << 20) + 1)),
        (CENTRAL, 42, struct.pack("<L", 0xFFFFFFF0)),
        (END, 4, b"\x01\x00"),
        (END, 8, b"\x01\x00\x01\x00"),
        (END, 12, struct.pack("<L", 1025)),
        (END, 12, struct.pack("<L", 0xFFFFFFFF)),
        (END, 16, struct.pack("<L", 0xFFFFFFFF)),
        (END, 20, b"\x05\x00"),
        (END, 16, b"\x00"),
    ],
)
def test_a_directory_that_lies_is_refused(
    tmp_path: Path, packed: bytes, mark: bytes, offset: int, value: bytes
) -> None:
    assert refusal(tmp_path, patched(packed, mark, offset, value)) is Code.BACKUP_UNREADABLE


def test_a_directory_in_the_long_form_is_refused(tmp_path: Path, packed: bytes) -> None:
    end = packed.rindex(END)
    (size,) = struct.unpack("<L", packed[end + 12 : end + 16])
    longer = patched(packed, END, 12, struct.pack("<L", size + archive.LONG_END_BYTES))
    locator = b"PK\x06\x07" + struct.pack("<LQL", 0, 0, 1)
    with pytest.raises(zipfile.BadZipFile):
        archive.require_end(BytesIO(longer[:end] + locator + longer[end:]))
    archive.require_end(BytesIO(longer[:end] + bytes(archive.LONG_END_BYTES) + longer[end:]))
    assert refusal(tmp_path, longer[:end] + locator + longer[end:]) is Code.BACKUP_UNREADABLE


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path, packed: bytes) -> None:
    path = tmp_path / "backup.familysafe"
    with path.open("wb") as file:
        file.truncate((513 << 20) - len(packed))
        file.seek(0, 2)
        file.write(packed)
    with pytest.raises(FamilySafeError) as refused:
        archive.unpack(path, tmp_path / "unpacked.db")
    assert refused.value.code is Code.BACKUP_UNREADABLE


def test_what_is_no_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    for place in (tmp_path, tmp_path / "gone", tmp_path / "none.familysafe"):
        with pytest.raises(FamilySafeError) as refused:
            archive.unpack(place, tmp_path / "vault.db")
        assert refused.value.code is Code.BACKUP_UNREADABLE


@ONE_FILE
@given(content=st.binary(max_size=300))
@example(content=END + bytes(18))
def test_any_bytes_end_in_a_code(tmp_path: Path, content: bytes) -> None:
    assert refusal(tmp_path, content) is Code.BACKUP_UNREADABLE


@ONE_FILE
@given(data=st.data())
def test_any_changed_bytes_end_in_a_code_or_in_what_was_packed(
    tmp_path: Path, packed: bytes, data: st.DataObject
) -> None:
    changed = bytearray(packed)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.one_of(st.integers(0, 80), st.integers(-180, -1), st.integers(0, len(packed) - 1)))
        changed[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.just(len(packed)), st.integers(0, len(packed))))
    assert outcome(tmp_path, bytes(changed[:cut])) in {Code.BACKUP_UNREADABLE, HEAD + BODY}


def outcome(tmp_path: Path, content: bytes) -> Code | bytes:
    try:
        head, _ = unpacked(tmp_path, content)
    except FamilySafeError as refused:
        return refused.code
    return head + (tmp_path / "unpacked.db").read_bytes()
