"""An empty Word document with the styles of our papers, which an office sees in its list of styles."""

from __future__ import annotations

import functools
import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

INK, QUIET, LINK, RULE, SHADE = "1F2933", "52606D", "0B4F8A", "9AA5B1", "EEF1F4"
"""Colours (RGB) of headings, asides and links (contrast on white 6 : 1 or more), and of the lines and
heads of tables."""
TEXT_FACE, HEADING_FACE = "Calibri", "Cambria"
"""Faces that offices have, or whose twins of the same widths they have (Carlito, Caladea)."""
_KEPT = frozenset(
    {
        "Normal", "Heading1", "Heading2", "Title", "Subtitle", "DefaultParagraphFont", "TableNormal",
        "NoList", "ListBullet", "ListNumber", "Header", "Footer",
    }
)  # fmt: skip
"""The styles of python-docx's own template that our papers use. The template has two hundred."""
TABLE = "Paper Table"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TABLE = f"""<w:style xmlns:w="{_W}" w:type="table" w:customStyle="1" w:styleId="PaperTable">
<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
<w:pPr><w:spacing w:before="40" w:after="40" w:line="252" w:lineRule="auto"/></w:pPr>
<w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>
</w:tblBorders></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr>
<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:tcPr></w:tblStylePr>
<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>
</w:style>"""
"""The style of tables as XML, because python-docx makes none. `firstRow` and `firstCol` are Word's names
for the heads of columns and of rows."""


@functools.cache
def template() -> bytes:
    """The file of an empty paper: A4, our styles, nobody's name, and only the parts that it needs.

    It is kept until the process ends: it depends on nothing, and every document begins with it.
    """
    from docx import Document

    document = Document()
    _drop_parts(document)
    _drop_styles(document)
    _drop_leftovers(document)
    _set_faces(document)
    _add_styles(document)
    _set_page(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _drop_parts(document: Document) -> None:
    """Remove the parts that only the template's own program needed: thumbnail, its name, its XML."""
    package, part = document.part.package, document.part
    for relationships, endings in (
        (package.rels, ("/thumbnail", "/extended-properties")),
        (part.rels, ("/customXml", "/stylesWithEffects", "/webSettings")),
    ):
        for name, relationship in list(relationships.items()):
            if relationship.reltype.endswith(endings):
                del relationships[name]


def _drop_styles(document: Document) -> None:
    from docx.oxml.ns import qn

    for style in list(document.styles.element.style_lst):
        if style.styleId not in _KEPT:
            document.styles.element.remove(style)
        else:
            for link in style.findall(qn("w:link")):
                style.remove(link)


def _drop_leftovers(document: Document) -> None:
    """Remove references to styles that are gone, the lines under titles, and the mark that spelling has
    been checked."""
    from docx.oxml.ns import qn

    _drop(document.part.numbering_part.element, qn("w:pStyle"))
    _drop(document.settings.element, qn("w:proofState"), qn("w:savePreviewPicture"), qn("w:rsids"))
    _drop(document.styles.element, qn("w:pBdr"), qn("w:rsid"))
    _drop(document.styles["Subtitle"].element, qn("w:numPr"))
    for name in ("Title", "Subtitle"):
        _drop(document.styles[name].element.rPr, qn("w:spacing"))


def _drop(element: Any, *names: str) -> None:
    for name in names:
        for unwanted in list(element.iter(name)):
            unwanted.getparent().remove(unwanted)


def _set_faces(document: Document) -> None:
    from docx.shared import Pt

    normal = document.styles["Normal"]
    normal.font.size = Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    normal.paragraph_format.widow_control = True
    _face(normal, TEXT_FACE)
    for name, size, before, after in (
        ("Title", 24, 0, 4),
        ("Subtitle", 14, 0, 10),
        ("Heading 1", 15, 16, 4),
        ("Heading 2", 12, 10, 3),
    ):
        style = document.styles[name]
        _face(style, HEADING_FACE)
        style.font.size = Pt(size)
        style.font.bold = name != "Subtitle"
        style.font.italic = False
        style.font.color.rgb = _colour(INK)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.keep_with_next = True
    for name in ("Header", "Footer"):
        document.styles[name].font.size = Pt(9)
        document.styles[name].font.color.rgb = _colour(QUIET)


def _add_styles(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml
    from docx.shared import Pt

    for name, size in (("Lead", 12), ("Note", 9.5)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.size = Pt(size)
        style.quick_style = True
    for name, bold, italic, colour, is_ours in (
        ("Strong", True, False, "", False),
        ("Emphasis", False, True, "", False),
        ("Hyperlink", False, False, LINK, False),
        ("Suggested", False, True, QUIET, True),
        ("Not Reported", False, True, QUIET, True),
        ("Quiet", False, False, QUIET, True),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=not is_ours)
        style.font.bold = bold or None
        style.font.italic = italic or None
        style.font.underline = True if name == "Hyperlink" else None
        if colour:
            style.font.color.rgb = _colour(colour)
        style.quick_style = True
    document.styles.element.append(parse_xml(_TABLE))


def _set_page(document: Document) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    section.header_distance = section.footer_distance = Mm(11)


def _face(style: Any, name: str) -> None:
    """Set the face for every script. The template's theme fonts would override it, so they go."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def _colour(code: str) -> Any:
    from docx.shared import RGBColor

    return RGBColor.from_string(code)
