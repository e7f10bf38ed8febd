"""Templates made to do harm: each is refused, or harmless, and a listener on this machine hears nothing of it."""

import io
import socket
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.request import urlopen

import pytest

from documents.clinic.errors import NotPublishable
from documents.clinic.examine import Limits, filled, look_over
from documents.clinic.problems import Kind
from documents.manifests import ROOT
from documents.reading import W, word_text
from infra.converter import to_pdf
from tests.documents import clinic_papers as paper
from tests.documents.clinic_papers import sound, with_parts

RELS = "word/_rels/document.xml.rels"
SETTINGS_RELS = "word/_rels/settings.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Hostile = Callable[[str], bytes]


def tag(text: str) -> Hostile:
    """Paragraph 8 says this."""
    return lambda address: sound(paper.says(8, text))


def rels(name: str, sort: str, target: str) -> bytes:
    return (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId99" Type="{OFFICE}/{sort}" Target="{target}" TargetMode="External"/></Relationships>'
    ).encode()


def outside(sort: str, scheme: str = "http") -> Hostile:
    """The body would fetch something from the listener."""

    def made(address: str) -> bytes:
        target = address if scheme == "http" else f"{scheme}://{address.partition('://')[2]}"
        entry = f'<Relationship Id="rId99" Type="{OFFICE}/{sort}" Target="{target}/x" TargetMode="External"/>'
        return paper.changed(sound(), RELS, "</Relationships>", f"{entry}</Relationships>")

    return made


def beside(part: str, sort: str) -> Hostile:
    """Another part than the body would fetch something."""
    return lambda address: with_parts(sound(), {part: rels(part, sort, f"{address}/x")})


def fields(*codes: str) -> Hostile:
    return lambda address: sound(paper.field(5, *(code.format(address=address) for code in codes)))


def added(name: str, data: bytes) -> Hostile:
    return lambda address: with_parts(sound(), {name: data.replace(b"ADDRESS", address.encode())})


def body(inner: str, before: str = "", encoding: str = "utf-8") -> Hostile:
    """A document part of one's own."""

    def made(address: str) -> bytes:
        space = W.strip("{}")
        xml = (
            f'<?xml version="1.0" encoding="{encoding}"?>{before.replace("ADDRESS", address)}'
            f'<w:document xmlns:w="{space}"><w:body>{inner}</w:body></w:document>'
        )
        return with_parts(sound(), {"word/document.xml": xml.encode(encoding)})

    return made


def twice(address: str) -> bytes:
    held = io.BytesIO(sound())
    with zipfile.ZipFile(held, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("word/document.xml", b"<x/>")
    return held.getvalue()


def shouted(address: str) -> bytes:
    """The same part under a name that some programs take for the same."""
    return with_parts(sound(), {"WORD/DOCUMENT.XML": b"<x/>"})


def external_picture(address: str) -> bytes:
    drawing = (
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:drawing>'
        '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="x" descr="a picture"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip xmlns:r="{OFFICE}" r:link="rId99"/></pic:blipFill><pic:spPr/></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    entry = f'<Relationship Id="rId99" Type="{OFFICE}/image" Target="{address}/x.png" TargetMode="External"/>'
    return paper.changed(sound(paper.put(5, drawing)), RELS, "</Relationships>", f"{entry}</Relationships>")


BOMB = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)
) + "]>"  # fmt: skip
OLE = (
    '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="Package"/>'
    "</w:object></w:r>"
)
DDE = '<w:fldSimple w:instr=" DDE excel x y "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
CODE, FILE, USE = Kind.NOT_ALLOWED, Kind.FILE, Kind.USE

HOSTILE: dict[str, tuple[Hostile, Kind]] = {
    "the classes of a text": (tag("{{ ''.__class__.__mro__ }}"), CODE),
    "the globals of a fact": (tag("{{ obligor.__init__.__globals__ }}"), CODE),
    "a class in brackets": (tag("{{ obligor['__class__'] }}"), Kind.FACT),
    "a program started": (tag("{{ cycler.__init__.__globals__.os.popen('id').read() }}"), CODE),
    "an attribute by filter": (tag("{{ obligor.name|attr('__class__') }}"), CODE),
    "a format string": (tag("{{ '%s'|format(obligor) }}"), CODE),
    "a file included": (tag("{% include '/etc/passwd' %}"), CODE),
    "a module imported": (tag("{% import 'os' as os %}"), CODE),
    "a macro": (tag("{% macro f() %}{% endmacro %}"), CODE),
    "a call of a block": (tag("{% call f() %}{% endcall %}"), CODE),
    "a call": (tag("{{ range(999999999) }}"), CODE),
    "a text times a billion": (tag("{{ 'a' * 9999999999 }}"), CODE),
    "a tower of powers": (tag("{{ 9 ** 9 ** 9 ** 9 }}"), CODE),
    "a loop through classes": (tag("{% for c in obligor.name.__class__.__mro__ %}{{ c }}{% endfor %}"), CODE),
    "five thousand brackets": (tag("{{ " + "(" * 5000 + "obligor.name" + ")" * 5000 + " }}"), CODE),
    "a hundred blocks within each other": (tag("{% if order %}" * 100 + "{% endif %}" * 100), CODE),
    "thirty loops within each other": (
        tag("".join(f"{{% for m{n} in months %}}" for n in range(30)) + "x" + "{% endfor %}" * 30), CODE),
    "code in the description of a picture": (
        lambda address: sound(paper.picture(5, words="{{ ''.__class__ }}")), Kind.UNFILLED),
    "code in the properties": (
        lambda address: sound(lambda one: setattr(one.core_properties, "title", "{{ 7*7 }}")), Kind.UNFILLED),
    "code in a field": (fields(' HYPERLINK "{{{{ obligor.name }}}}" '), Kind.UNFILLED),
    "a picture from outside": (external_picture, Kind.OUTSIDE),
    "a template from outside": (beside(SETTINGS_RELS, "attachedTemplate"), Kind.OUTSIDE),
    "an object from outside": (outside("oleObject"), Kind.OUTSIDE),
    "a frame from outside": (outside("frame"), Kind.OUTSIDE),
    "a document from outside": (outside("subDocument"), Kind.OUTSIDE),
    "a font from outside": (beside("word/_rels/fontTable.xml.rels", "font"), Kind.OUTSIDE),
    "a data source from outside": (beside(SETTINGS_RELS, "mailMergeSource"), Kind.OUTSIDE),
    "a link to a share": (outside("hyperlink", "file"), Kind.OUTSIDE),
    "a picture by field": (fields(' INCLUDEPICTURE "{address}/x.png" \\d '), Kind.FIELD),
    "a text by field": (fields(' INCLUDETEXT "file:///etc/passwd" '), Kind.FIELD),
    "a program by field": (fields(" DD", "EAU", "TO c:\\\\windows\\\\cmd.exe &quot;/k calc&quot; "), Kind.FIELD),
    "a program by simple field": (lambda address: sound(paper.put(5, DDE)), Kind.FIELD),
    "a macro button": (fields(" MACROBUTTON AutoOpen here "), Kind.FIELD),
    "an object inside": (lambda address: sound(paper.put(5, OLE)), Kind.EMBEDDED),
    "a web page inside": (added("word/afchunk.mht", b'<img src="ADDRESS/x">'), Kind.EMBEDDED),
    "a program inside": (added("word/embeddings/oleObject1.bin", b"MZ"), Kind.EMBEDDED),
    "macros": (added("word/vbaProject.bin", b"x"), FILE),
    "entities in entities": (body("<w:p><w:r><w:t>&m;</w:t></w:r></w:p>", BOMB), FILE),
    "a file as an entity": (
        body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), FILE),
    "an address as an entity": (
        body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", '<!DOCTYPE x [<!ENTITY x SYSTEM "ADDRESS/x">]>'), FILE),
    "a declaration in another encoding": (body("<w:p/>", BOMB, "utf-16"), FILE),
    "a declaration after much else": (body("<w:p/>", f"<!--{'x' * 9000}-->{BOMB}"), FILE),
    "a declaration from outside": (body("<w:p/>", '<!DOCTYPE x SYSTEM "ADDRESS/x.dtd">'), FILE),
    "a part twice": (twice, FILE),
    "a part twice in other letters": (shouted, FILE),
    "a part outside the file": (added("../../../../tmp/clinic-slip.txt", b"x"), FILE),
    "a part at the root of the disk": (added("/etc/clinic-slip", b"x"), FILE),
    "a part on a drive": (added("C:\\clinic-slip", b"x"), FILE),
    "a gigabyte of nothing": (added("word/media/image9.png", bytes(1024 * 1024 * 1024)), FILE),
    "ten thousand parts": (
        lambda address: with_parts(sound(), {f"word/media/i{n}.png": b"" for n in range(10_000)}), FILE),
    "elements a hundred thousand deep": (body("<w:p>" * 100_000 + "</w:p>" * 100_000), FILE),
    "an archive that is cut off": (lambda address: sound()[:-300], FILE),
    "no Word file": (lambda address: with_parts(b"PK\x05\x06" + bytes(18), {"a.txt": b"x"}), FILE),
}  # fmt: skip


@dataclass
class Listener:
    """Hears whoever calls it."""

    address: str
    heard: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    """A server on this machine that a template could reach if anything in it were fetched."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        made = Listener(f"http://127.0.0.1:{server.getsockname()[1]}")

        def listen() -> None:
            while True:
                try:
                    caller, _ = server.accept()
                except OSError:
                    return
                with caller:
                    made.heard.append(caller.recv(200).decode(errors="replace"))
                    caller.sendall(b"HTTP/1.0 204 No Content\r\n\r\n")

        hand = threading.Thread(target=listen, daemon=True)
        hand.start()
        yield made
        server.shutdown(socket.SHUT_RDWR)


def test_the_listener_hears_those_who_call(listener: Listener) -> None:
    urlopen(f"{listener.address}/here").close()
    assert [call.split()[1] for call in listener.heard] == ["/here"]
    listener.heard.clear()


def test_there_are_more_than_thirty_hostile_templates() -> None:
    assert len(HOSTILE) >= 30


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_template_is_refused_in_words_and_nobody_hears_of_it(name: str, listener: Listener) -> None:
    make, kind = HOSTILE[name]
    looked = look_over(make(listener.address), "FactSheet")

    assert kind in [one.kind for one in looked.blocking], [(one.kind, one.words) for one in looked.problems]
    if looked.clean:
        with zipfile.ZipFile(io.BytesIO(looked.clean)) as package:
            inside = b"".join(package.read(each) for each in package.namelist())
        assert listener.address.encode() not in inside
        assert to_pdf(looked.clean).pages >= 1
    assert listener.heard == []


def test_data_that_looks_like_a_tag_stays_data(listener: Listener) -> None:
    folder = ROOT / "nc" / "payment-history"
    samples = (folder / "sample.json").read_text()
    assert "JORDAN T O'DELL" in samples
    word, _ = filled(
        (folder / "template.docx").read_bytes(),
        manifest=(folder / "manifest.toml").read_bytes(),
        samples=samples.replace("JORDAN T O'DELL", "{{7*7}} {_{7*7}_} {% include 'x' %}").encode(),
        folder="payment-history",
    )
    text = word_text(word)
    assert "{{7*7}} {_{7*7}_} {% include 'x' %}" in text
    assert "49" not in text.partition("{{7*7}}")[2][:60]
    again = look_over(word, "PaymentHistory")
    assert Kind.NOT_ALLOWED in {one.kind for one in again.blocking}


@pytest.mark.parametrize(
    ("deep", "words", "why"),
    [(9, 1, "more than 20,000 rows"), (3, 3000, r"within 4 seconds|more memory")],
    ids=["many rows", "long rows"],
)
def test_a_template_that_would_never_end_is_stopped(deep: int, words: int, why: str, listener: Listener) -> None:
    """Loops within each other are allowed, and make more rows than there is time for."""
    said = f"{{{{ m{deep - 1}.balance }}}}" * words
    loops = "".join(f"{{% for m{n} in months %}}" for n in range(deep)) + said + "{% endfor %}" * deep
    folder = ROOT / "nc" / "fact-sheet"
    word = sound(paper.says(8, loops))
    assert look_over(word, "FactSheet").blocking == ()
    with pytest.raises(NotPublishable, match=why):
        filled(
            word,
            manifest=(folder / "manifest.toml").read_bytes().partition(b"[[picture]]")[0],
            samples=(folder / "sample.json").read_bytes(),
            folder="fact-sheet",
            limits=Limits(seconds=4, cpu_seconds=4, memory=1024, file=128),
        )
