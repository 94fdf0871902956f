using System.Buffers.Binary;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace IpMarket.Testing.Import;

/// <summary>Workbooks of one sheet, written by hand as spreadsheets and literature databases write them.</summary>
public static class Workbooks
{
    private const int Sector = 512;

    /// <summary>An <c>.xlsx</c> whose texts stand in the cells; there is no list of shared ones.</summary>
    public static byte[] Xlsx(IEnumerable<string[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var sheet = new StringBuilder("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        foreach (var row in rows)
        {
            sheet.Append("<row>");
            foreach (var cell in row)
                sheet.Append("<c t=\"inlineStr\"><is><t>").Append(SecurityElement.Escape(cell)).Append("</t></is></c>");
            sheet.Append("</row>");
        }

        sheet.Append("</sheetData></worksheet>");
        return Zip(
            ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
            ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
            ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>"""),
            ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
            ("xl/worksheets/sheet1.xml", sheet.ToString()));
    }

    /// <summary>A zip of these parts.</summary>
    public static byte[] Zip(params ReadOnlySpan<(string Name, string Text)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                part.Write(text);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>An <c>.xls</c> (BIFF8 in a compound file), every cell a text.</summary>
    public static byte[] Xls(IEnumerable<string[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var globals = new MemoryStream();
        Record(globals, 0x0809, [0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        var boundSheetAt = (int)globals.Length;
        Record(globals, 0x0085, [0, 0, 0, 0, 0, 0, 6, 0, .. "Sheet1"u8]);
        Record(globals, 0x000A, []);
        var book = globals.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(book.AsSpan(boundSheetAt + 4), book.Length);
        var sheet = new MemoryStream();
        Record(sheet, 0x0809, [0, 6, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        var at = 0;
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                var text = row[column];
                byte[] place = [.. Word(at), .. Word(column), 0, 0];
                Record(sheet, 0x0204, [.. place, .. Word(text.Length), 1, .. Encoding.Unicode.GetBytes(text)]);
            }

            at++;
        }

        Record(sheet, 0x000A, []);
        return Compound([.. book, .. sheet.ToArray()]);
    }

    private static void Record(MemoryStream stream, int kind, byte[] content)
    {
        stream.Write([.. Word(kind), .. Word(content.Length)]);
        stream.Write(content);
    }

    private static byte[] Word(int value) => [(byte)(value & 0xFF), (byte)(value >> 8)];

    /// <summary>Header, one sector of the allocation table, one of the directory, then the stream <c>Workbook</c>.</summary>
    private static byte[] Compound(byte[] stream)
    {
        // Streams below 4,096 bytes would stand in sectors of another size.
        var sectors = Math.Max((stream.Length + Sector - 1) / Sector, 8);
        if (sectors > 126) throw new ArgumentException("One sector of the allocation table holds no more.", nameof(stream));
        var file = new byte[Sector * (3 + sectors)];
        byte[] head = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        head.CopyTo(file, 0);
        Put(file, 24, 0x3E, 3, 0xFFFE, 9, 6);
        Int(file, 44, 1, 1, 0, 4_096, -2, 0, -2, 0, 0);
        for (var i = 1; i < 109; i++) Int(file, 76 + (i * 4), -1);
        var table = Sector;
        for (var i = 0; i < Sector / 4; i++) Int(file, table + (i * 4), -1);
        Int(file, table, -3, -2);
        for (var i = 0; i < sectors; i++) Int(file, table + 8 + (i * 4), i == sectors - 1 ? -2 : i + 3);
        Entry(file, Sector * 2, "Root Entry", 5, child: 1, start: -2, size: 0);
        Entry(file, (Sector * 2) + 128, "Workbook", 2, child: -1, start: 2, size: Math.Max(stream.Length, 4_096));
        stream.CopyTo(file, Sector * 3);
        return file;
    }

    private static void Entry(byte[] file, int at, string name, byte kind, int child, int start, int size)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(file, at);
        Put(file, at + 64, (name.Length + 1) * 2);
        (file[at + 66], file[at + 67]) = (kind, 1);
        Int(file, at + 68, -1, -1, child);
        Int(file, at + 116, start, size);
    }

    private static void Put(byte[] file, int at, params ReadOnlySpan<int> words)
    {
        foreach (var word in words)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), (ushort)word);
            at += 2;
        }
    }

    private static void Int(byte[] file, int at, params ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), number);
            at += 4;
        }
    }
}
