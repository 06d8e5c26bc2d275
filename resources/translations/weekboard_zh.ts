<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ImportWords</name>
    <message>
        <source>it is in another unit than the series</source>
        <translation>单位与指标不同</translation>
    </message>
    <message>
        <source>that is no date or period</source>
        <translation>不是日期或期间</translation>
    </message>
    <message>
        <source>that is no number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>that is no finite number</source>
        <translation>不是有限的数</translation>
    </message>
    <message>
        <source>that cannot be a figure of the series</source>
        <translation>不可能是该指标的数据</translation>
    </message>
    <message>
        <source>that is a formula, not its value</source>
        <translation>是公式而不是它的值</translation>
    </message>
    <message>
        <source>a formula whose value was not saved</source>
        <translation>公式的值没有保存</translation>
    </message>
    <message>
        <source>rows disagree about this period</source>
        <translation>各行对这一期的说法不一</translation>
    </message>
    <message>
        <source>the day of publication is no date</source>
        <translation>公布日不是日期</translation>
    </message>
    <message>
        <source>the sheet is like none that is known</source>
        <translation>此表与已知的版式都不像</translation>
    </message>
    <message>
        <source>no series has this code or name</source>
        <translation>没有这个代码或名称的指标</translation>
    </message>
    <message>
        <source>several series have this name</source>
        <translation>多个指标叫这个名称</translation>
    </message>
    <message>
        <source>the day lies in the middle of a period</source>
        <translation>日期在一期的中间</translation>
    </message>
    <message>
        <source>the header says another frequency than the series&apos;</source>
        <translation>表头的频率与指标不同</translation>
    </message>
    <message>
        <source>the row is longer than its header: a comma may have cut a figure</source>
        <translation>此行比表头长：数字可能被逗号切开</translation>
    </message>
    <message>
        <source>figures in a column without a name</source>
        <translation>没有名称的列里有数据</translation>
    </message>
    <message>
        <source>it stands below what ends the figures</source>
        <translation>在数据结尾之后</translation>
    </message>
    <message>
        <source>the comma may be decimal or not</source>
        <translation>逗号可能是小数点，也可能不是</translation>
    </message>
    <message>
        <source>nothing says that the changes are of one week, and of which</source>
        <translation>没有写明这些涨跌幅属于哪一周</translation>
    </message>
    <message>
        <source>it is not the code of a stock, nor an industry</source>
        <translation>不是股票代码，也不是行业</translation>
    </message>
    <message>
        <source>its unit is not told</source>
        <translation>没有写明单位</translation>
    </message>
    <message>
        <source>the sheet says that it is something else than a close</source>
        <translation>表中写明它不是收盘价</translation>
    </message>
    <message>
        <source>figures below a heading that is not known</source>
        <translation>表头未知的列中有数字</translation>
    </message>
    <message>
        <source>the sheet is hidden, and was not read</source>
        <translation>工作表是隐藏的，未读取</translation>
    </message>
</context>
<context>
    <name>NotesWords</name>
    <message>
        <source>Headline</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Sector rating</source>
        <translation>行业评级</translation>
    </message>
    <message>
        <source>Viewpoints</source>
        <translation>本周观点</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>细分赛道</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>投资建议</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>风险提示</translation>
    </message>
    <message>
        <source>News of the week</source>
        <translation>本周新闻</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>超过 %1</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>Scale, expected return over the market in %1 months: %2</source>
        <translation>评级标准（未来 %1 个月相对大盘涨幅）：%2</translation>
    </message>
    <message>
        <source>Nothing was noted for this week.</source>
        <translation>本周没有记录。</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) with “%1”</source>
        <translation>
            <numerusform>%n 条含“%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>%1 当周</translation>
    </message>
</context>
<context>
    <name>OriginWords</name>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;, computed from it</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;（据此计算）</translation>
    </message>
    <message>
        <source>%1 for %2, public since %3</source>
        <translation>%2 的数值 %1，%3 起公开</translation>
    </message>
    <message>
        <source>Batch %1: %2, %3</source>
        <translation>批次 %1：%2，%3</translation>
    </message>
    <message>
        <source>Illustrative, not market data</source>
        <translation>示例数据，非真实行情</translation>
    </message>
    <message>
        <source>before: %1, of %2</source>
        <translation>此前：%1（%2 公布）</translation>
    </message>
    <message>
        <source>From %1, cell %2</source>
        <translation>来自 %1，单元格 %2</translation>
    </message>
    <message>
        <source>From %1, sheet %2, cell %3</source>
        <translation>来自 %1，工作表 %2，单元格 %3</translation>
    </message>
</context>
<context>
    <name>StoreWords</name>
    <message>
        <source>A new store was made at %1 and filled with the bundled figures.</source>
        <translation>已在 %1 新建数据库，并载入内置数据。</translation>
    </message>
    <message>
        <source>The store %1 is in order.</source>
        <translation>数据库 %1 正常。</translation>
    </message>
    <message>
        <source>The store %1 was brought to the present version; a verified copy of the old one lies beside it.</source>
        <translation>数据库 %1 已升级到当前版本，旧版本的已校验备份保存在同一目录下。</translation>
    </message>
    <message>
        <source>The store %1 cannot be written: its folder or medium is read-only. Copy it to a folder of your own to change it.</source>
        <translation>数据库 %1 无法写入：所在文件夹或介质为只读。如需修改，请先复制到自己的文件夹。</translation>
    </message>
    <message>
        <source>The store %1 was written by a later version of Weekboard. Update the program to open it; the file was not touched.</source>
        <translation>数据库 %1 由更新版本的周观写入，请升级程序后再打开；文件未作任何改动。</translation>
    </message>
    <message>
        <source>The store %1 is damaged. Restore one of its daily copies; the file was not touched.</source>
        <translation>数据库 %1 已损坏，请从每日备份中恢复；文件未作任何改动。</translation>
    </message>
    <message>
        <source>%1 is not a Weekboard store. Choose another file; this one was not touched.</source>
        <translation>%1 不是周观数据库，请另选文件；该文件未作任何改动。</translation>
    </message>
    <message>
        <source>The store %1 is in use by another process and stayed locked. Try again when that has finished.</source>
        <translation>数据库 %1 正被其他进程占用，等待后仍未释放，请稍后重试。</translation>
    </message>
    <message>
        <source>There is no room left to write %1. Nothing was changed; make room and try again.</source>
        <translation>磁盘空间不足，无法写入 %1。数据未作任何改动，请清理空间后重试。</translation>
    </message>
    <message>
        <source>%1 cannot be opened. Check that the folder exists and that you may use it.</source>
        <translation>无法打开 %1，请检查文件夹是否存在以及是否有权限。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. What was there before is untouched.</source>
        <translation>%1无法写入：%2。原有内容未动。</translation>
    </message>
</context>
<context>
    <name>Verb</name>
    <message>
        <source>There is no exhibit “%1”. There are: %2.</source>
        <translation>没有图表“%1”。现有图表：%2。</translation>
    </message>
    <message>
        <source>Print this help and end</source>
        <translation>显示本帮助并退出</translation>
    </message>
    <message>
        <source>The store&apos;s file</source>
        <translation>数据库文件</translation>
    </message>
    <message>
        <source>zh or en</source>
        <translation>zh 或 en</translation>
    </message>
    <message>
        <source>trace, debug, info, warn, error or off</source>
        <translation>trace、debug、info、warn、error 或 off</translation>
    </message>
    <message>
        <source>Weekboard: a sector analyst&apos;s week</source>
        <translation>周观：行业分析师的一周</translation>
    </message>
    <message>
        <source>There is no display to open a window on, so the week is printed.</source>
        <translation>当前没有可用的显示环境，改为直接输出本周内容。</translation>
    </message>
    <message>
        <source>Today&apos;s copy of the store could not be made.</source>
        <translation>今日的数据库备份未能完成。</translation>
    </message>
    <message>
        <source>The store lies on a network or synchronised folder; several machines must not write it at once.</source>
        <translation>数据库位于网络或云同步文件夹中，请勿在多台机器上同时写入。</translation>
    </message>
    <message>
        <source>%1: “%2” is not a date. Write it as 2026-04-10.</source>
        <translation>%1：“%2”不是日期，请写成 2026-04-10 的形式。</translation>
    </message>
    <message>
        <source>CODE: there is no series “%1”. The verb “series” lists them all.</source>
        <translation>CODE：没有序列“%1”。用 series 命令可列出全部序列。</translation>
    </message>
    <message>
        <source>CODE: there is no series “%1”. Near it: %2.</source>
        <translation>CODE：没有序列“%1”。相近的有：%2。</translation>
    </message>
    <message>
        <source>Standard output cannot be written.</source>
        <translation>无法写入标准输出。</translation>
    </message>
    <message>
        <source>reverted</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>BATCH: there is no batch %1. The verb “batches” lists them all.</source>
        <translation>BATCH：没有批次 %1。用 batches 命令可列出全部批次。</translation>
    </message>
    <message>
        <source>BATCH: batch %1 was reverted already, at %2.</source>
        <translation>BATCH：批次 %1 已于 %2 撤销。</translation>
    </message>
    <message numerus="yes">
        <source>Batch %1 was reverted; %n figure(s) changed.</source>
        <translation>
            <numerusform>批次 %1 已撤销，%n 个数据随之改变。</numerusform>
        </translation>
    </message>
    <message>
        <source>What came in, newest first</source>
        <translation>列出录入与导入的批次，最新的在前</translation>
    </message>
    <message>
        <source>One JSON document</source>
        <translation>输出一份 JSON</translation>
    </message>
    <message>
        <source>Undo a batch as a whole</source>
        <translation>整批撤销</translation>
    </message>
    <message>
        <source>The batch&apos;s number, as “batches” lists it</source>
        <translation>批次编号，见 batches</translation>
    </message>
    <message>
        <source>A verified copy of the store lies at %1.</source>
        <translation>已校验的数据库备份保存在 %1。</translation>
    </message>
    <message>
        <source>The store %1 now has the content of %2.</source>
        <translation>数据库 %1 已恢复为 %2 的内容。</translation>
    </message>
    <message>
        <source>What it had before is kept at %1.</source>
        <translation>恢复前的内容保存在 %1。</translation>
    </message>
    <message>
        <source>Make a verified copy of the store</source>
        <translation>备份数据库并校验</translation>
    </message>
    <message>
        <source>Where the copy goes</source>
        <translation>备份文件的位置</translation>
    </message>
    <message>
        <source>Put a copy in the store&apos;s place</source>
        <translation>用备份恢复数据库</translation>
    </message>
    <message>
        <source>The copy</source>
        <translation>备份文件</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Exhibits with their figures</source>
        <translation>图表及其数据</translation>
    </message>
    <message>
        <source>An exhibit&apos;s id or number, several with commas, or all</source>
        <translation>图表的标识或编号，多个用逗号分隔，或 all</translation>
    </message>
    <message>
        <source>Any day of the week; default: the latest with figures</source>
        <translation>该周的任意一天；默认为最近有数据的一周</translation>
    </message>
    <message>
        <source>As known on this day; default: the week&apos;s Sunday</source>
        <translation>截至该日所知；默认为该周周日</translation>
    </message>
    <message>
        <source>Ids or numbers with commas, or all</source>
        <translation>标识或编号，用逗号分隔，或 all</translation>
    </message>
    <message>
        <source>slide-full, slide-half, slide-third, report-column or WxHcm</source>
        <translation>slide-full、slide-half、slide-third、report-column 或 宽x高cm</translation>
    </message>
    <message>
        <source>Of a PNG</source>
        <translation>PNG 的分辨率</translation>
    </message>
    <message>
        <source>The folder</source>
        <translation>目标文件夹</translation>
    </message>
    <message>
        <source>List the series, or the figures of one</source>
        <translation>列出全部序列，或某一序列的数据</translation>
    </message>
    <message>
        <source>The series; without it all are listed</source>
        <translation>序列代码；省略则列出全部</translation>
    </message>
    <message>
        <source>First period</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>As known on this day; default: all that is known</source>
        <translation>截至该日所知；默认为全部</translation>
    </message>
    <message>
        <source>Every release of every period</source>
        <translation>列出每一期的每次发布</translation>
    </message>
    <message>
        <source>PERIOD: %1 does not end a period of %2; the period of that day ends on %3.</source>
        <translation>PERIOD：%1 不是 %2 的期末；该日所在的一期于 %3 结束。</translation>
    </message>
    <message>
        <source>it is not a finite number</source>
        <translation>不是有限的数</translation>
    </message>
    <message>
        <source>a share lies between 0 and 100 %</source>
        <translation>占比应在 0 到 100% 之间</translation>
    </message>
    <message>
        <source>a level is not below zero</source>
        <translation>存量不能为负</translation>
    </message>
    <message>
        <source>a close is above zero</source>
        <translation>收盘价应大于零</translation>
    </message>
    <message>
        <source>nothing falls by more than 100 %</source>
        <translation>跌幅不可能超过 100%</translation>
    </message>
    <message>
        <source>VALUE: “%1” is not a number. Write it as 1234.5, in %2.</source>
        <translation>VALUE：“%1”不是数字，请写成 1234.5 的形式，单位为%2。</translation>
    </message>
    <message>
        <source>VALUE: %1 cannot be a figure of %2: %3.</source>
        <translation>VALUE：%1 不可能是 %2 的数据：%3。</translation>
    </message>
    <message>
        <source>--correct: %1 has no figure for %2 in that vintage to put right.</source>
        <translation>--correct：%1 在 %2 没有该次发布的数据可更正。</translation>
    </message>
    <message>
        <source>--vintage: a figure for the period that ends on %1 cannot have been public before that period began.</source>
        <translation>--vintage：期末为 %1 的数据不可能在该期开始之前就已公布。</translation>
    </message>
    <message>
        <source>%1, %2: %3 (before: %4), public from %5, batch %6</source>
        <translation>%1，%2：%3（此前：%4），公布日 %5，批次 %6</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The store has this figure already; nothing was changed.</source>
        <translation>数据库中已有相同数据，未作改动。</translation>
    </message>
    <message>
        <source>Enter one figure</source>
        <translation>录入一个数据</translation>
    </message>
    <message>
        <source>The series</source>
        <translation>序列代码</translation>
    </message>
    <message>
        <source>The period&apos;s last day, or 2026-02, 2026Q1, 2026</source>
        <translation>期末日期，或 2026-02、2026Q1、2026</translation>
    </message>
    <message>
        <source>The day from which it was public</source>
        <translation>公布日</translation>
    </message>
    <message>
        <source>Put a typing error right in its own vintage</source>
        <translation>更正录入错误，不新增发布</translation>
    </message>
    <message>
        <source>Example:</source>
        <translation>示例：</translation>
    </message>
    <message>
        <source>market closed</source>
        <translation>休市</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>收盘</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Month to date</source>
        <translation>本月以来</translation>
    </message>
    <message>
        <source>illustrative closes</source>
        <translation>示例收盘价</translation>
    </message>
    <message>
        <source>Week of %1 to %2, as known on %3</source>
        <translation>%1 至 %2 当周，截至 %3 所知</translation>
    </message>
    <message>
        <source>The market was closed.</source>
        <translation>本周休市。</translation>
    </message>
    <message>
        <source>The store has no figures for this week.</source>
        <translation>数据库中没有本周的数据。</translation>
    </message>
    <message>
        <source>Industries</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Best and worst stocks</source>
        <translation>涨跌幅居前个股</translation>
    </message>
    <message>
        <source>The week at a glance</source>
        <translation>本周概览</translation>
    </message>
    <message>
        <source>--profile: “%1” is none of slide-full, slide-half, slide-third, report-column, nor a size such as 12.5x8cm with sides from 4 to 100 cm.</source>
        <translation>--profile：“%1”不是 slide-full、slide-half、slide-third、report-column 之一，也不是 12.5x8cm 这样的尺寸（边长 4 至 100 厘米）。</translation>
    </message>
    <message>
        <source>PERIOD: the period that ends on %1 has not begun yet.</source>
        <translation>PERIOD：期末为 %1 的一期尚未开始。</translation>
    </message>
    <message>
        <source>--vintage: %1 has another figure for %2 in that vintage already. With --correct a typing error is put right.</source>
        <translation>--vintage：%1 在 %2 的该次发布中已有另一数值。如为录入错误，请用 --correct 更正。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>There is no exhibit “%1”. The verb “spec” lists them all.</source>
        <translation>没有图表“%1”。用“spec”命令可列出全部。</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) imported.</source>
        <translation>
            <numerusform>已导入 %n 个图表。</numerusform>
        </translation>
    </message>
    <message>
        <source>spec %1: say which one.</source>
        <translation>spec %1：请指明是哪一个。</translation>
    </message>
    <message>
        <source>“%1” did not come with the program: there is nothing to restore.</source>
        <translation>“%1”不是随程序提供的，没有可恢复的内容。</translation>
    </message>
    <message>
        <source>What the exhibits are: list, show, check, import, export</source>
        <translation>图表说明：列出、显示、检查、导入、导出</translation>
    </message>
    <message>
        <source>Ids or numbers of exhibits; files to check or import</source>
        <translation>图表的编号或标识；要检查或导入的文件</translation>
    </message>
    <message>
        <source>The folder for exported files</source>
        <translation>导出文件的文件夹</translation>
    </message>
    <message>
        <source>%1: %2 cannot be read: %3.</source>
        <translation>%1：%2无法读取：%3。</translation>
    </message>
    <message>
        <source>--template: %1 cannot be used as a presentation: %2.</source>
        <translation>--template：%1不能用作演示文稿：%2。</translation>
    </message>
    <message>
        <source>--refresh: %1 cannot be used as a presentation: %2.</source>
        <translation>--refresh：%1不能用作演示文稿：%2。</translation>
    </message>
    <message>
        <source>--refresh: name the deck.</source>
        <translation>--refresh：请指明演示文稿。</translation>
    </message>
    <message>
        <source>The week as slides with native charts</source>
        <translation>把一周导出为带原生图表的幻灯片</translation>
    </message>
    <message>
        <source>The pptx to write</source>
        <translation>要写入的pptx文件</translation>
    </message>
    <message>
        <source>A presentation whose masters, fonts and colours are used</source>
        <translation>采用其母版、字体与颜色的演示文稿</translation>
    </message>
    <message>
        <source>Bring an earlier deck up to date: figures change, edits stay</source>
        <translation>更新已有幻灯片：数字更新，改动保留</translation>
    </message>
    <message>
        <source>--out is required.</source>
        <translation>缺少--out。</translation>
    </message>
    <message>
        <source>--dpi: the picture would have more than 400 million pixels.</source>
        <translation>--dpi：图片将超过4亿像素。</translation>
    </message>
    <message>
        <source>--encoding: “%1” is none of utf-8, gb18030.</source>
        <translation>--encoding：“%1”不是utf-8或gb18030。</translation>
    </message>
    <message>
        <source>--format: “%1” is none of png, svg, pdf, csv, xlsx.</source>
        <translation>--format：“%1”不是png、svg、pdf、csv或xlsx。</translation>
    </message>
    <message>
        <source>Exhibits as pictures, sized for their place, or as sheets</source>
        <translation>把图表导出为按位置定尺寸的图片，或导出为表格</translation>
    </message>
    <message>
        <source>png, svg, pdf, csv or xlsx</source>
        <translation>png、svg、pdf、csv或xlsx</translation>
    </message>
    <message>
        <source>Pictures without number and title</source>
        <translation>图片不带编号与标题</translation>
    </message>
    <message>
        <source>Pictures without the source line</source>
        <translation>图片不带来源行</translation>
    </message>
    <message>
        <source>Pictures without a background</source>
        <translation>图片背景透明</translation>
    </message>
    <message>
        <source>SVG with outlines in place of text</source>
        <translation>SVG以轮廓代替文字</translation>
    </message>
    <message>
        <source>Of CSV: utf-8 or gb18030</source>
        <translation>CSV的编码：utf-8或gb18030</translation>
    </message>
    <message>
        <source>Pattern of file names, with {number}, {id}, {title}, {week}</source>
        <translation>文件名格式，可用{number}、{id}、{title}、{week}</translation>
    </message>
    <message>
        <source>Tell on standard error how many are drawn</source>
        <translation>在标准错误输出上报告进度</translation>
    </message>
    <message>
        <source>Green for rises and red for falls</source>
        <translation>绿涨红跌</translation>
    </message>
    <message>
        <source>--out: “%1” ends neither in .pdf nor in .html.</source>
        <translation>--out：“%1”的后缀不是.pdf或.html。</translation>
    </message>
    <message>
        <source>The week as a document or as one self-contained page</source>
        <translation>把一周导出为文档或独立网页</translation>
    </message>
    <message>
        <source>A .pdf or a .html</source>
        <translation>.pdf或.html文件</translation>
    </message>
    <message>
        <source>Nothing to look at.</source>
        <translation>没有需要查看的问题。</translation>
    </message>
    <message>
        <source>What does not agree, does not look right, or is missing</source>
        <translation>哪些数字不一致、不合理或缺失</translation>
    </message>
    <message>
        <source>--edition: “%1” is neither a number from 1 on nor latest.</source>
        <translation>--edition：“%1”既不是从 1 起的编号，也不是 latest。</translation>
    </message>
    <message>
        <source>The week of %1 has not been published. “weekboard publish --week %1” does it.</source>
        <translation>%1 这一周尚未发布。可用“weekboard publish --week %1”发布。</translation>
    </message>
    <message>
        <source>--edition: the week of %1 has editions 1 to %2.</source>
        <translation>--edition：%1 这一周有第 1 至 %2 版。</translation>
    </message>
    <message>
        <source>Edition %1 of the week of %2 cannot be read: %3.</source>
        <translation>%2 这一周的第 %1 版无法读取：%3。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 无法读取：%2。</translation>
    </message>
    <message>
        <source>Every byte of %1 is what it was.</source>
        <translation>%1 的每个字节都与当初一致。</translation>
    </message>
    <message>
        <source>Look the whole store over, or an audit pack</source>
        <translation>检查整个数据库，或一个审计包</translation>
    </message>
    <message>
        <source>An audit pack; without one the store</source>
        <translation>审计包；不给则检查数据库</translation>
    </message>
    <message>
        <source>%1: “%2” is none of %3.</source>
        <translation>%1：“%2”不在以下之中：%3。</translation>
    </message>
    <message>
        <source>--reason: the rating of %1 is a new one and needs a reason.</source>
        <translation>--reason：%1 的景气度有变化，需要说明理由。</translation>
    </message>
    <message>
        <source>%1, week of %2: %3, batch %4</source>
        <translation>%1，%2 当周：%3，批次 %4</translation>
    </message>
    <message>
        <source>--place: the week has no such note in %1.</source>
        <translation>--place：本周的 %1 中没有这一条。</translation>
    </message>
    <message>
        <source>BODY: a note has words, and one that goes has none.</source>
        <translation>BODY：一条内容须有文字；删除时则不写文字。</translation>
    </message>
    <message>
        <source>Week of %1, %2 %3, batch %4</source>
        <translation>%1 当周，%2 第 %3 条，批次 %4</translation>
    </message>
    <message>
        <source>List a week&apos;s heat ratings, or rate a board</source>
        <translation>列出一周的景气度，或给板块评级</translation>
    </message>
    <message>
        <source>Code or name of a board</source>
        <translation>板块的代码或名称</translation>
    </message>
    <message>
        <source>Code or name of a rating</source>
        <translation>景气度的代码或名称</translation>
    </message>
    <message>
        <source>Why; a new rating needs one</source>
        <translation>理由；变化时必填</translation>
    </message>
    <message>
        <source>List a week&apos;s notes, or write one</source>
        <translation>列出一周的文字，或写一条</translation>
    </message>
    <message>
        <source>headline, rating, viewpoint, track, advice, risk or news</source>
        <translation>headline、rating、viewpoint、track、advice、risk 或 news</translation>
    </message>
    <message>
        <source>The words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Company or theme</source>
        <translation>公司或主题</translation>
    </message>
    <message>
        <source>Where it stood</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>The day on which it stood there</source>
        <translation>刊出日期</translation>
    </message>
    <message>
        <source>Place in the section: the note there is replaced</source>
        <translation>在栏目中的位置：替换那一条</translation>
    </message>
    <message>
        <source>Take the note at that place away</source>
        <translation>删除该位置的一条</translation>
    </message>
    <message>
        <source>A published edition: its number, or latest</source>
        <translation>已发布的版本：编号或 latest</translation>
    </message>
    <message>
        <source>The store has nothing of the week of %1 that could be published.</source>
        <translation>数据库中没有 %1 这一周可发布的内容。</translation>
    </message>
    <message>
        <source>The week of %1 is published as edition %2.</source>
        <translation>%1 这一周已发布为第 %2 版。</translation>
    </message>
    <message>
        <source>Nothing differs from edition %1.</source>
        <translation>与第 %1 版没有差异。</translation>
    </message>
    <message>
        <source>Freeze a week as it goes out</source>
        <translation>发布一周并冻结</translation>
    </message>
    <message>
        <source>What differs from a week as it was published</source>
        <translation>与已发布版本的差异</translation>
    </message>
    <message>
        <source>A published week as one zip that can be checked later</source>
        <translation>把已发布的一周打成可核验的审计包</translation>
    </message>
    <message>
        <source>A .zip</source>
        <translation>一个 .zip 文件</translation>
    </message>
    <message>
        <source>%1: that is no text in UTF-8.</source>
        <translation>%1：不是 UTF-8 文字。</translation>
    </message>
    <message>
        <source>The week has a figure or a word that cannot be kept as it is; “weekboard check” tells odd figures.</source>
        <translation>本周有无法原样保存的数字或文字；“weekboard check”会指出异常的数字。</translation>
    </message>
    <message>
        <source>--acknowledge: no check finds %1 for %2, %3.</source>
        <translation>--acknowledge：检查中没有 %2 在 %3 的 %1 一项。</translation>
    </message>
    <message>
        <source>RULE CODE DAY: that finding is right</source>
        <translation>RULE CODE DAY：该项无误</translation>
    </message>
    <message>
        <source>Why it is right</source>
        <translation>无误的理由</translation>
    </message>
    <message>
        <source>VALUE: %1 has no figure for %2 to withdraw.</source>
        <translation>VALUE：%1 在 %2 没有数据可撤回。</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>The figure in the unit of the series; none: it was withdrawn</source>
        <translation>数值，以序列的单位计；none 表示已撤回</translation>
    </message>
    <message>
        <source>Pictures with the events marked</source>
        <translation>图片上标注事件</translation>
    </message>
    <message>
        <source>--layout: “%1” is none of %2.</source>
        <translation>--layout：“%1”不在 %2 之中。</translation>
    </message>
    <message>
        <source>--map: write NAME=CODE, the column&apos;s name and the series.</source>
        <translation>--map：写作 名称=代码，即列名与指标。</translation>
    </message>
    <message>
        <source>%1 cannot be imported: %2.</source>
        <translation>%1 无法导入：%2。</translation>
    </message>
    <message>
        <source>%1 (%2, %3): %4 new, %5 the same, %6 changed, %7 rejected</source>
        <translation>%1（%2，%3）：新增 %4，相同 %5，变更 %6，拒绝 %7</translation>
    </message>
    <message>
        <source>no layout</source>
        <translation>版式未知</translation>
    </message>
    <message>
        <source>  row %1, column %2: “%3”: %4</source>
        <translation>  第 %1 行第 %2 列：“%3”：%4</translation>
    </message>
    <message>
        <source>Nothing was written: a dry run.</source>
        <translation>试运行，没有写入。</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) written, batch %1.</source>
        <translation>
            <numerusform>写入 %n 个数据，批次 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>There was nothing new to write.</source>
        <translation>没有新内容可写。</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) left out: they cannot have been public on that day.</source>
        <translation>
            <numerusform>略过 %n 个数据：那一天不可能已经公布。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import figures from files</source>
        <translation>从文件导入数据</translation>
    </message>
    <message>
        <source>How they are laid out, where that is not recognised</source>
        <translation>版式名称，用于无法识别时</translation>
    </message>
    <message>
        <source>NAME=CODE: the series of a column; it is remembered</source>
        <translation>名称=代码：某一列对应的指标，会被记住</translation>
    </message>
    <message>
        <source>The day from which the figures were public</source>
        <translation>数据公布的日期</translation>
    </message>
    <message>
        <source>Tell what would change and write nothing</source>
        <translation>只说明会有哪些变化，不写入</translation>
    </message>
    <message>
        <source>Write changed figures, too, as revisions</source>
        <translation>变更的数据也写入，作为修订</translation>
    </message>
    <message>
        <source>Put changed figures right in their own vintage</source>
        <translation>在原公布日更正变更的数据</translation>
    </message>
    <message>
        <source>--map NAME=CODE says which series a column is.</source>
        <translation>--map 名称=代码 指明某一列是哪个指标。</translation>
    </message>
    <message>
        <source>--layout says how a sheet is laid out.</source>
        <translation>--layout 指明表的版式。</translation>
    </message>
    <message>
        <source>%1 has changed since it was compared.</source>
        <translation>%1 在比对之后被改动过。</translation>
    </message>
    <message>
        <source>CSV, XLSX or HTML files</source>
        <translation>CSV、XLSX 或 HTML 文件</translation>
    </message>
    <message>
        <source>Any day of the week that a list of changes is of</source>
        <translation>涨跌幅榜单所属的那一周中的任意一天</translation>
    </message>
    <message>
        <source>What was chosen after a comparison, in JSON</source>
        <translation>比对之后的选择，JSON 格式</translation>
    </message>
    <message>
        <source>With --json: each figure that is not the same</source>
        <translation>与 --json 同用：列出每个不相同的数字</translation>
    </message>
    <message>
        <source>%1 holds no choices for an import: %2.</source>
        <translation>%1 不是导入选择文件：%2。</translation>
    </message>
    <message>
        <source>--week says of which week a list is.</source>
        <translation>用 --week 指明榜单属于哪一周。</translation>
    </message>
</context>
<context>
    <name>WeekWords</name>
    <message>
        <source>Week %1</source>
        <translation>第 %1 周</translation>
    </message>
    <message>
        <source>market closed</source>
        <translation>休市</translation>
    </message>
    <message numerus="yes">
        <source>%n trading day(s)</source>
        <translation>
            <numerusform>%n 个交易日</numerusform>
        </translation>
    </message>
    <message>
        <source>sector rating %1</source>
        <translation>行业评级 %1</translation>
    </message>
    <message>
        <source>Market closed</source>
        <translation>休市</translation>
    </message>
    <message>
        <source>Change as published by %1</source>
        <translation>涨跌幅由%1公布</translation>
    </message>
    <message>
        <source>Computed from illustrative closes</source>
        <translation>由示例收盘价计算</translation>
    </message>
    <message>
        <source>Computed from closes</source>
        <translation>由收盘价计算</translation>
    </message>
    <message>
        <source>share %1</source>
        <translation>占比 %1</translation>
    </message>
    <message>
        <source>YoY %1 (computed)</source>
        <translation>同比 %1（计算值）</translation>
    </message>
    <message>
        <source>YoY %1</source>
        <translation>同比 %1</translation>
    </message>
    <message>
        <source>%1 %2 YTD</source>
        <translation>比上年末 %1 %2</translation>
    </message>
</context>
<context>
    <name>weekboard::AppearanceButton</name>
    <message>
        <source>View</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Theme, colours of rise and fall, language</source>
        <translation>主题、涨跌颜色、语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Rise and fall</source>
        <translation>涨跌颜色</translation>
    </message>
    <message>
        <source>Red up, green down</source>
        <translation>红涨绿跌</translation>
    </message>
    <message>
        <source>Green up, red down</source>
        <translation>绿涨红跌</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>weekboard::BatchesPage</name>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>整批撤销…</translation>
    </message>
    <message>
        <source>Take the batch back as a whole: what it replaced comes back</source>
        <translation>整批撤销：被替换的数据恢复</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>What the batch brought</source>
        <translation>该批次带来的内容</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>taken back %1</source>
        <translation>已于 %1 撤销</translation>
    </message>
    <message>
        <source>Nothing came in yet.</source>
        <translation>尚无批次。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Public since</source>
        <translation>公布日</translation>
    </message>
    <message>
        <source>Brought</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>replaced since</source>
        <translation>后被替换</translation>
    </message>
    <message numerus="yes">
        <source>Batch %1: %n row(s)</source>
        <translation>
            <numerusform>批次 %1：%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them not shown</source>
        <translation>
            <numerusform>，其中 %n 行未列出</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back batch %1, “%2”? %3 row(s) go; of the figures listed here %4 get back what stood before and %5 have none any more. The batch stays readable.</source>
        <translation>撤销批次 %1“%2”？共 %3 行；所列数据中 %4 个恢复原值，%5 个不再有数值。该批次仍可查阅。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The batch had been taken back already.</source>
        <translation>该批次此前已撤销。</translation>
    </message>
    <message numerus="yes">
        <source>The batch is taken back; %n figure(s) changed.</source>
        <translation>
            <numerusform>批次已撤销，%n 个数据随之改变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Bundled</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Illustrative</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Heat: %1</source>
        <translation>景气度：%1</translation>
    </message>
    <message>
        <source>Event %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <source>Found right: %1</source>
        <translation>核实无误：%1</translation>
    </message>
    <message>
        <source>Tables of vendors, ministries and colleagues; files can be dropped on the window, too</source>
        <translation>数据商、部委与同事的表格；也可把文件拖到窗口上</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Table from the clipboard</source>
        <translation>剪贴板中的表格</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>监视文件夹…</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>停止监视</translation>
    </message>
</context>
<context>
    <name>weekboard::CapexPage</name>
    <message>
        <source>Companies</source>
        <translation>各公司</translation>
    </message>
</context>
<context>
    <name>weekboard::ChangeMapCard</name>
    <message>
        <source>Week changes over the last weeks</source>
        <translation>近几周涨跌幅（%）</translation>
    </message>
    <message>
        <source>illustrative figures</source>
        <translation>示例数据</translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n 周</numerusform>
        </translation>
    </message>
    <message>
        <source>No closes of the industries for these weeks.</source>
        <translation>这几周没有行业收盘数据。</translation>
    </message>
</context>
<context>
    <name>weekboard::Checklist</name>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n 待查看</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>缺 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not due yet</source>
        <translation>
            <numerusform>%n 项未到期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n 项与上期相同</numerusform>
        </translation>
    </message>
    <message>
        <source>complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>weekboard::CommandPalette</name>
    <message>
        <source>Find an exhibit, a series, a week, a note or a command</source>
        <translation>查找图表、指标、周次、资讯或命令</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周次</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>资讯</translation>
    </message>
</context>
<context>
    <name>weekboard::DraftFiles</name>
    <message>
        <source>an earlier draft is in the way and cannot be read</source>
        <translation>之前的草稿无法读取，挡住了写入</translation>
    </message>
</context>
<context>
    <name>weekboard::EditionBar</name>
    <message>
        <source>this page shows the store as it is now</source>
        <translation>本页显示数据库现在的内容</translation>
    </message>
    <message>
        <source>nothing has changed since</source>
        <translation>此后没有变化</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) read otherwise now</source>
        <translation>
            <numerusform>此后有%n处变化</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What was published, beside how it reads now</source>
        <translation>发布时的内容与现在的内容对照</translation>
    </message>
    <message>
        <source>Show the week as the store has it now</source>
        <translation>按数据库现在的内容显示本周</translation>
    </message>
    <message>
        <source>Edition %1, published %2</source>
        <translation>第%1版，发布于 %2</translation>
    </message>
    <message>
        <source>Back to current figures</source>
        <translation>回到当前数据</translation>
    </message>
</context>
<context>
    <name>weekboard::EditionSwitch</name>
    <message>
        <source>As published</source>
        <translation>发布时</translation>
    </message>
    <message>
        <source>The week as the store has it now, or as it was published</source>
        <translation>本周按数据库现在的内容，或按发布时的样子</translation>
    </message>
    <message>
        <source>As published, edition %1</source>
        <translation>发布时，第%1版</translation>
    </message>
    <message>
        <source>Current figures</source>
        <translation>当前数据</translation>
    </message>
</context>
<context>
    <name>weekboard::EditionWords</name>
    <message>
        <source>Notes</source>
        <translation>资讯与观点</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>关键数据</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>周报</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Source line</source>
        <translation>来源行</translation>
    </message>
</context>
<context>
    <name>weekboard::EntryBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take the last entry back (Ctrl+Z)</source>
        <translation>撤回上一次录入（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Enter it again (Ctrl+Y)</source>
        <translation>恢复撤回的录入（Ctrl+Y）</translation>
    </message>
    <message>
        <source>Next missing</source>
        <translation>下一个缺失</translation>
    </message>
    <message>
        <source>Go to the next figure that is missing (F4)</source>
        <translation>跳到下一个缺失的数字（F4）</translation>
    </message>
    <message>
        <source>From last week</source>
        <translation>沿用上周</translation>
    </message>
    <message>
        <source>The last known figure, or last week&apos;s lines, where there is nothing yet (Ctrl+L)</source>
        <translation>尚未填写时，填入上一期数值或上周内容（Ctrl+L）</translation>
    </message>
    <message>
        <source>Keep the other ratings</source>
        <translation>其余维持上周</translation>
    </message>
    <message>
        <source>Last week&apos;s rating for every board that has none yet</source>
        <translation>尚未评级的板块沿用上周的景气度</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Put everything that was typed into the store, as one batch (Ctrl+S)</source>
        <translation>把录入的全部数字作为一个批次存入数据库（Ctrl+S）</translation>
    </message>
</context>
<context>
    <name>weekboard::EntryFoot</name>
    <message>
        <source>Take the figure that the check offers (Ctrl+U)</source>
        <translation>采用检查给出的数值（Ctrl+U）</translation>
    </message>
    <message>
        <source>It is right…</source>
        <translation>数据无误…</translation>
    </message>
    <message>
        <source>Keep the reason why the figure is right all the same (Ctrl+I)</source>
        <translation>记下数据无误的理由（Ctrl+I）</translation>
    </message>
    <message>
        <source>What is to look at in this row</source>
        <translation>这一行需要查看的问题</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>改用 %1</translation>
    </message>
</context>
<context>
    <name>weekboard::EntryPage</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Lines that fit no row were left out</source>
        <translation>以下各行找不到对应的指标，未录入</translation>
    </message>
    <message>
        <source>The draft cannot be kept on disk: %1</source>
        <translation>草稿无法存盘：%1</translation>
    </message>
    <message>
        <source>Figures of the week</source>
        <translation>本周数据</translation>
    </message>
    <message>
        <source>What was typed and not saved is here again.</source>
        <translation>上次录入但未保存的内容已恢复。</translation>
    </message>
    <message>
        <source>%1 typed   ·   %2 to look at   ·   %3 missing</source>
        <translation>已录入 %1   ·   待查看 %2   ·   缺失 %3</translation>
    </message>
    <message>
        <source>Type a figure and press Enter. 12.35亿, 1.02万亿元, (2.1), =6.94*0.353 and -- are understood; a block from a spreadsheet can be pasted.</source>
        <translation>键入数字后按回车。可写 12.35亿、1.02万亿元、(2.1)、=6.94*0.353 或 --；也可粘贴表格中的一块。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Heat ratings</source>
        <translation>景气度</translation>
    </message>
    <message>
        <source>Enter keeps the last rating, a digit chooses another one; a rating that changes needs its reason.</source>
        <translation>回车沿用上次的景气度，数字键选择另一档；有变化时须写明理由。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved.</source>
        <translation>
            <numerusform>已保存 %n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved; what cannot be read or lacks a reason stays.</source>
        <translation>
            <numerusform>已保存 %n 条；无法识别或缺少理由的仍保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stocks</source>
        <translation>个股</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>资讯与观点</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>%1 (Alt+%2)</source>
        <translation>%1（Alt+%2）</translation>
    </message>
    <message>
        <source>Checklist of the week</source>
        <translation>本周清单</translation>
    </message>
    <message>
        <source>Parts of the week</source>
        <translation>本周内容</translation>
    </message>
    <message>
        <source>The figure is right</source>
        <translation>数据无误</translation>
    </message>
    <message>
        <source>The week is complete and can be published.</source>
        <translation>本周已完成，可以发布。</translation>
    </message>
    <message>
        <source>Paste code, name and change from a terminal or a spreadsheet, or type them: Enter goes on.</source>
        <translation>可从终端或表格粘贴代码、名称与涨跌幅，也可直接输入：回车继续。</translation>
    </message>
    <message>
        <source>Enter goes from field to field; Alt+Up and Alt+Down move a line, Ctrl+Delete takes it away.</source>
        <translation>回车进入下一格；Alt+上、Alt+下移动一行，Ctrl+Delete 删除一行。</translation>
    </message>
    <message>
        <source>What happened on a day is marked on the charts that cover it: on those of a series or a board, or on all.</source>
        <translation>某日发生的事件会标注在覆盖该日的图表上：可限于某一指标或板块，留空则标注在全部图表上。</translation>
    </message>
    <message>
        <source>   ·   not saved yet: week of %1</source>
        <translation>   ·   尚未保存：%1 当周</translation>
    </message>
</context>
<context>
    <name>weekboard::ExhibitDetail</name>
    <message>
        <source>The title was written by hand and contradicts the figures.</source>
        <translation>标题为手写，与数据相矛盾。</translation>
    </message>
    <message>
        <source>The title was written by hand; its figures have changed since.</source>
        <translation>标题为手写，此后数据已有变化。</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布时</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>What reads otherwise now</source>
        <translation>现在与发布时的不同</translation>
    </message>
</context>
<context>
    <name>weekboard::ExhibitExport</name>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write the chart as a picture of the right size for its place</source>
        <translation>按版位尺寸导出图片</translation>
    </message>
    <message>
        <source>The picture is on the clipboard (%1).</source>
        <translation>图片已复制到剪贴板（%1）。</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>The chart was written to %1.</source>
        <translation>图表已导出到 %1。</translation>
    </message>
    <message>
        <source>Copy the chart as a picture for a slide (Ctrl+C), or its figures (Ctrl+Shift+C)</source>
        <translation>复制图片用于幻灯片（Ctrl+C），或复制数字（Ctrl+Shift+C）</translation>
    </message>
    <message>
        <source>The figures are on the clipboard.</source>
        <translation>数字已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>weekboard::ExhibitTile</name>
    <message numerus="yes">
        <source>%n change(s) since</source>
        <translation>
            <numerusform>此后%n处变化</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::ExhibitsPage</name>
    <message>
        <source>All exhibits</source>
        <translation>全部图表</translation>
    </message>
    <message>
        <source>Back to all exhibits (Esc)</source>
        <translation>回到全部图表（Esc）</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一张</translation>
    </message>
    <message>
        <source>The exhibit before this one (Page Up)</source>
        <translation>前一张图表（Page Up）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一张</translation>
    </message>
    <message>
        <source>The exhibit after this one (Page Down)</source>
        <translation>后一张图表（Page Down）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit, copy, move, hide or hand over this exhibit&apos;s description</source>
        <translation>编辑、复制、移动、隐藏或交接此图表的说明</translation>
    </message>
    <message>
        <source>Edit the description…</source>
        <translation>编辑说明…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>从文件导入…</translation>
    </message>
    <message>
        <source>Export as a file…</source>
        <translation>导出为文件…</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新显示</translation>
    </message>
    <message>
        <source>Import an exhibit</source>
        <translation>导入图表</translation>
    </message>
    <message>
        <source>Exhibits (*.toml)</source>
        <translation>图表说明 (*.toml)</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>The exhibit has number %1.</source>
        <translation>图表编号为 %1。</translation>
    </message>
    <message>
        <source>Export the exhibit</source>
        <translation>导出图表说明</translation>
    </message>
    <message>
        <source>The description was written to %1.</source>
        <translation>说明已写入 %1。</translation>
    </message>
</context>
<context>
    <name>weekboard::ExportDialog</name>
    <message>
        <source>Export exhibits</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>A place on a slide or a page, or a size such as 12.5x8cm</source>
        <translation>幻灯片或页面上的位置，或12.5x8cm这样的尺寸</translation>
    </message>
    <message>
        <source>Number and title</source>
        <translation>编号与标题</translation>
    </message>
    <message>
        <source>Source line</source>
        <translation>来源行</translation>
    </message>
    <message>
        <source>No background</source>
        <translation>透明背景</translation>
    </message>
    <message>
        <source>Text as outlines</source>
        <translation>文字转轮廓</translation>
    </message>
    <message>
        <source>With {number}, {id}, {title} and {week}</source>
        <translation>可用{number}、{id}、{title}、{week}</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>分辨率(dpi)</translation>
    </message>
    <message>
        <source>With</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>“%1” is no place, nor a size such as 12.5x8cm.</source>
        <translation>“%1”不是已知位置，也不是12.5x8cm这样的尺寸。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>已写入%n个文件到%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. Files that were complete stay, no other was begun.</source>
        <translation>已取消。已完成的文件保留，其余未写。</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Mark what happened on the charts</source>
        <translation>在图上标注发生的事</translation>
    </message>
</context>
<context>
    <name>weekboard::FiguresModel</name>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
</context>
<context>
    <name>weekboard::FiguresTable</name>
    <message>
        <source>Figures: %1</source>
        <translation>数据：%1</translation>
    </message>
</context>
<context>
    <name>weekboard::HeatCard</name>
    <message numerus="yes">
        <source>%n board(s)</source>
        <translation>
            <numerusform>%n 个板块</numerusform>
        </translation>
    </message>
    <message>
        <source>Heat of the boards</source>
        <translation>板块景气度</translation>
    </message>
    <message>
        <source>No ratings were given for this week.</source>
        <translation>本周没有景气度评级。</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>板块</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>景气度</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>说明</translation>
    </message>
    <message numerus="yes">
        <source>Held for %n rated week(s)</source>
        <translation>
            <numerusform>已连续 %n 周维持</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a count and the name of a rating, e.g. &quot;2 Accelerating&quot;</extracomment>
        <translation>%1 个%2</translation>
    </message>
</context>
<context>
    <name>weekboard::HeatLedgerCard</name>
    <message>
        <source>Changes of ratings</source>
        <translation>评级变动</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 次变动</numerusform>
        </translation>
    </message>
    <message>
        <source>No changes so far.</source>
        <translation>尚无变动。</translation>
    </message>
    <message>
        <source>first rating</source>
        <translation>首次评级</translation>
    </message>
</context>
<context>
    <name>weekboard::HeatMatrixCard</name>
    <message>
        <source>Heat of the boards, week by week</source>
        <translation>各周板块景气度</translation>
    </message>
    <message numerus="yes">
        <source>%n rated week(s)</source>
        <translation>
            <numerusform>%n 个评级周</numerusform>
        </translation>
    </message>
    <message>
        <source>No board was rated up to this week.</source>
        <translation>截至本周没有评级。</translation>
    </message>
</context>
<context>
    <name>weekboard::ImportDesk</name>
    <message>
        <source>No folder is watched any more.</source>
        <translation>已停止监视文件夹。</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.xlsx *.xls *.html *.htm);;All files (*)</source>
        <translation>表格 (*.csv *.txt *.xlsx *.xls *.html *.htm);;所有文件 (*)</translation>
    </message>
    <message>
        <source>A folder whose new files are offered</source>
        <translation>新文件会被提示导入的文件夹</translation>
    </message>
    <message>
        <source>New tables in %1 will be offered.</source>
        <translation>%1 中的新表格会被提示导入。</translation>
    </message>
    <message>
        <source>The clipboard has no table.</source>
        <translation>剪贴板里没有表格。</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>New in the watched folder: %1</source>
        <translation>监视的文件夹有新文件：%1</translation>
    </message>
    <message>
        <source>%1  ·  %2 new figures, %3 changed</source>
        <translation>%1  ·  新增 %2 个数字，变更 %3 个</translation>
    </message>
</context>
<context>
    <name>weekboard::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>会有哪些变化</translation>
    </message>
    <message>
        <source>What is no figure, and why</source>
        <translation>不是数据的内容及原因</translation>
    </message>
    <message>
        <source>Changed figures</source>
        <translation>变更的数据</translation>
    </message>
    <message>
        <source>as revisions of today</source>
        <translation>作为今天的修订</translation>
    </message>
    <message>
        <source>as corrections, in their own vintage</source>
        <translation>在原公布日更正</translation>
    </message>
    <message>
        <source>At work…</source>
        <translation>正在进行…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Reading and comparing…</source>
        <translation>正在读取并比较…</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) imported, batch %1.</source>
        <translation>
            <numerusform>导入了 %n 个数据，批次 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3; %4 new, %5 the same, %6 changed</source>
        <translation>%1：%2，%3；新增 %4，相同 %5，变更 %6</translation>
    </message>
    <message>
        <source>no layout</source>
        <translation>版式未知</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1（依据：%2）</translation>
    </message>
    <message>
        <source>What the checks say</source>
        <translation>校验结果</translation>
    </message>
    <message>
        <source>Take all changed figures</source>
        <translation>采用全部变更的数字</translation>
    </message>
    <message>
        <source>Series, code or file</source>
        <translation>指标、代码或文件</translation>
    </message>
    <message>
        <source>Shown figures</source>
        <translation>显示的数字</translation>
    </message>
    <message>
        <source>All figures</source>
        <translation>全部数字</translation>
    </message>
    <message>
        <source>Blank in the file</source>
        <translation>文件中为空</translation>
    </message>
    <message>
        <source>Only with findings of the checks</source>
        <translation>只看校验有提示的</translation>
    </message>
    <message>
        <source>Columns without a series</source>
        <translation>没有对应指标的列</translation>
    </message>
    <message>
        <source>The series of the chosen column</source>
        <translation>所选列对应的指标</translation>
    </message>
    <message>
        <source>Its series: name or code</source>
        <translation>对应的指标：名称或代码</translation>
    </message>
    <message>
        <source>It is this series</source>
        <translation>就是这个指标</translation>
    </message>
    <message>
        <source>New series…</source>
        <translation>新建指标…</translation>
    </message>
    <message>
        <source>Sheets that are like none known</source>
        <translation>版式未知的工作表</translation>
    </message>
    <message>
        <source>Say how it is laid out…</source>
        <translation>说明版式…</translation>
    </message>
    <message>
        <source>and %1 more sheets</source>
        <translation>另有 %1 张工作表</translation>
    </message>
    <message>
        <source>No figures (%1)</source>
        <translation>不是数字（%1）</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation>校验提示（%1）</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>频率</translation>
    </message>
    <message>
        <source>Columns without a series (%1)</source>
        <translation>没有对应指标的列（%1）</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Its first words</source>
        <translation>开头的文字</translation>
    </message>
    <message>
        <source>Sheets without a layout (%1)</source>
        <translation>版式未知的工作表（%1）</translation>
    </message>
    <message numerus="yes">
        <source>Import %n figure(s)</source>
        <translation>
            <numerusform>导入 %n 个数字</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::ImportModel</name>
    <message>
        <source>Industries of the week of %1</source>
        <translation>行业涨跌幅，%1 当周</translation>
    </message>
    <message>
        <source>Stocks of the week of %1</source>
        <translation>个股涨跌幅，%1 当周</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>新增 %1</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>变更 %1</translation>
    </message>
    <message>
        <source>%1 the same</source>
        <translation>相同 %1</translation>
    </message>
    <message>
        <source>%1 blank</source>
        <translation>空缺 %1</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>blank: taken, it is withdrawn</source>
        <translation>空缺：勾选则视为撤回</translation>
    </message>
    <message>
        <source>left out: not public by then</source>
        <translation>未采用：当时尚未公布</translation>
    </message>
    <message>
        <source>and %1 more, taken with the series</source>
        <translation>另有 %1 个，随指标一并采用</translation>
    </message>
    <message>
        <source>Series and period</source>
        <translation>指标与期间</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>将有的变化</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>weekboard::IndexTile</name>
    <message>
        <source>Illustrative</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>The daily closes of this index are made up, not market data. Closes that you enter or import take their place.</source>
        <translation>该指数的日收盘价为示例数据，并非真实行情；录入或导入真实收盘价后会自动替换。</translation>
    </message>
    <message>
        <source>Month to date</source>
        <translation>本月以来</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>收盘</translation>
    </message>
</context>
<context>
    <name>weekboard::IndicesPage</name>
    <message>
        <source>1M</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>3M</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>6M</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>YTD</source>
        <translation>年初至今</translation>
    </message>
    <message>
        <source>1Y</source>
        <translation>1年</translation>
    </message>
    <message>
        <source>3Y</source>
        <translation>3年</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>All of them, rebased to 100 at the left edge</source>
        <translation>以图中起点为 100，比较全部指数</translation>
    </message>
    <message>
        <source>The indices compared, %1 = 100</source>
        <translation>指数对比（%1 = 100）</translation>
    </message>
    <message>
        <source>Wheel or drag to zoom, Shift and drag to pan, double click for all</source>
        <translation>滚轮或拖动缩放，按住 Shift 拖动平移，双击显示全部</translation>
    </message>
    <message>
        <source>The indices compared</source>
        <translation>指数对比</translation>
    </message>
</context>
<context>
    <name>weekboard::KeyFigureTile</name>
    <message>
        <source>%1, %2. Source: %3; public from %4.</source>
        <translation>%1，%2。来源：%3；公布日 %4。</translation>
    </message>
</context>
<context>
    <name>weekboard::LetterheadDialog</name>
    <message>
        <source>Letterhead</source>
        <translation>抬头</translation>
    </message>
    <message>
        <source>House</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Analysts and licences</source>
        <translation>分析师与执业编号</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Rating definitions</source>
        <translation>评级说明</translation>
    </message>
    <message>
        <source>Disclaimer</source>
        <translation>免责声明</translation>
    </message>
</context>
<context>
    <name>weekboard::MainWindow</name>
    <message>
        <source>Weekboard</source>
        <translation>周观 Weekboard</translation>
    </message>
    <message>
        <source>figures up to the week of %1</source>
        <translation>数据截至 %1 当周</translation>
    </message>
    <message>
        <source>no figures yet</source>
        <translation>暂无数据</translation>
    </message>
    <message>
        <source>Go to the latest week</source>
        <translation>转到最近一周</translation>
    </message>
    <message>
        <source>Previous week</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>No figures for this week</source>
        <translation>本周没有数据</translation>
    </message>
    <message>
        <source>The store has nothing of the week %1 yet.</source>
        <translation>数据库中还没有 %1 这一周的任何数据。</translation>
    </message>
    <message>
        <source>The store is empty</source>
        <translation>数据库为空</translation>
    </message>
    <message>
        <source>Its batches were all reverted, or nothing came in yet. Enter figures with the verb “weekboard set”, or open another store.</source>
        <translation>所有批次都已撤销，或尚未录入数据。可用 weekboard set 命令录入，或打开另一个数据库。</translation>
    </message>
    <message>
        <source>Open another store…</source>
        <translation>打开其他数据库…</translation>
    </message>
    <message>
        <source>Restore the copy of %1</source>
        <translation>恢复 %1 的备份</translation>
    </message>
    <message>
        <source>what is there now is kept beside it</source>
        <translation>现有文件会保留在同一目录</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The store cannot be opened</source>
        <translation>无法打开数据库</translation>
    </message>
    <message>
        <source>Open another store</source>
        <translation>打开其他数据库</translation>
    </message>
    <message>
        <source>Weekboard stores (*.db);;All files (*)</source>
        <translation>周观数据库 (*.db);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The week could not be read: %1</source>
        <translation>无法读取本周数据：%1</translation>
    </message>
    <message>
        <source>Find…   Ctrl+K</source>
        <translation>查找…   Ctrl+K</translation>
    </message>
    <message>
        <source>Find any exhibit, series, week, note or command (Ctrl+K)</source>
        <translation>查找任意图表、指标、周次、资讯或命令（Ctrl+K）</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布时</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>What reads otherwise now</source>
        <translation>现在与发布时的不同</translation>
    </message>
    <message>
        <source>%1  ·  Weekboard</source>
        <translation>%1  ·  周观 Weekboard</translation>
    </message>
</context>
<context>
    <name>weekboard::MappingDialog</name>
    <message>
        <source>How the sheet is laid out</source>
        <translation>工作表的版式</translation>
    </message>
    <message>
        <source>Periods down a column, a series in each other one</source>
        <translation>期间在一列中向下排列，其余每列一个指标</translation>
    </message>
    <message>
        <source>A figure in each row</source>
        <translation>每行一个数字</translation>
    </message>
    <message>
        <source>The sheet has</source>
        <translation>表的形式</translation>
    </message>
    <message>
        <source>Known again as</source>
        <translation>版式名称</translation>
    </message>
    <message>
        <source>The sheet&apos;s first rows</source>
        <translation>工作表的前几行</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Names in row</source>
        <translation>名称所在行</translation>
    </message>
    <message>
        <source>units in row</source>
        <translation>单位所在行</translation>
    </message>
    <message>
        <source>periods in column</source>
        <translation>期间所在列</translation>
    </message>
    <message>
        <source>first figures in row</source>
        <translation>数字起始行</translation>
    </message>
    <message>
        <source>Header in row</source>
        <translation>表头所在行</translation>
    </message>
    <message>
        <source>series in column</source>
        <translation>指标所在列</translation>
    </message>
    <message>
        <source>period in column</source>
        <translation>期间所在列</translation>
    </message>
    <message>
        <source>figure in column</source>
        <translation>数字所在列</translation>
    </message>
    <message>
        <source>Give it a name to be known again by.</source>
        <translation>请起个名字，下次据此识别。</translation>
    </message>
    <message>
        <source>Each of the three columns needs a heading of its own.</source>
        <translation>三列都要有各自的表头。</translation>
    </message>
    <message>
        <source>The figures begin below the names and units.</source>
        <translation>数字应从名称行与单位行之下开始。</translation>
    </message>
    <message>
        <source>There is nothing in these rows to know the sheet by.</source>
        <translation>这些行里没有可用来识别此表的文字。</translation>
    </message>
</context>
<context>
    <name>weekboard::NotesPage</name>
    <message>
        <source>Search the notes of all weeks</source>
        <translation>搜索各周的资讯与观点</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>资讯与观点</translation>
    </message>
</context>
<context>
    <name>weekboard::OfferBar</name>
    <message>
        <source>Compare…</source>
        <translation>比对…</translation>
    </message>
    <message>
        <source>Show what these files would change before anything is written</source>
        <translation>写入之前先看这些文件会带来哪些变化</translation>
    </message>
    <message>
        <source>Not these</source>
        <translation>不用这些</translation>
    </message>
    <message>
        <source>Do not offer them again unless they change</source>
        <translation>除非再有改动，否则不再提示</translation>
    </message>
</context>
<context>
    <name>weekboard::OverviewPage</name>
    <message numerus="yes">
        <source>%n industry(ies)</source>
        <translation>
            <numerusform>%n 个行业</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: no. %2 of %3</source>
        <translation>%3 个行业，%1第 %2</translation>
    </message>
    <message>
        <source>The market was closed this week.</source>
        <translation>本周休市。</translation>
    </message>
    <message>
        <source>No figures for this week.</source>
        <translation>本周没有数据。</translation>
    </message>
    <message>
        <source>Shenwan industries, week&apos;s change</source>
        <translation>申万一级行业周涨跌幅</translation>
    </message>
    <message>
        <source>Telecom stocks, week&apos;s change</source>
        <translation>通信个股周涨跌幅</translation>
    </message>
    <message>
        <source>best and worst five</source>
        <translation>涨幅、跌幅前五</translation>
    </message>
</context>
<context>
    <name>weekboard::PageStack</name>
    <message>
        <source>Overview</source>
        <translation>本周概览</translation>
    </message>
    <message>
        <source>Indices</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>景气度</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>运营商</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>行情</translation>
    </message>
    <message>
        <source>Cloud capex</source>
        <translation>云资本开支</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>资讯与观点</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>图表库</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
</context>
<context>
    <name>weekboard::PublishMenu</name>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The week as pictures, sheets, slides or a report</source>
        <translation>把本周导出为图片、表格、幻灯片或周报</translation>
    </message>
    <message>
        <source>Pictures and sheets…	Ctrl+E</source>
        <translation>图片与表格…	Ctrl+E</translation>
    </message>
    <message>
        <source>Slides…</source>
        <translation>幻灯片…</translation>
    </message>
    <message>
        <source>Slides on a template…</source>
        <translation>套用模板的幻灯片…</translation>
    </message>
    <message>
        <source>Bring slides up to date…</source>
        <translation>更新已有幻灯片…</translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation>周报PDF…</translation>
    </message>
    <message>
        <source>Report as a page…</source>
        <translation>周报网页…</translation>
    </message>
    <message>
        <source>Letterhead…</source>
        <translation>抬头设置…</translation>
    </message>
    <message>
        <source>The presentation whose looks are used</source>
        <translation>选择模板演示文稿</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>幻灯片</translation>
    </message>
    <message>
        <source>The slides to bring up to date</source>
        <translation>选择要更新的幻灯片</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>周报</translation>
    </message>
    <message>
        <source>What changed on the slides</source>
        <translation>幻灯片上的变化</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Kept as edited</source>
        <translation>保留手工修改</translation>
    </message>
    <message>
        <source>No such exhibit</source>
        <translation>没有这张图表</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Exhibit</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原为</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现为</translation>
    </message>
    <message>
        <source>Check the week</source>
        <translation>检查本周</translation>
    </message>
    <message>
        <source>Publish the week</source>
        <translation>发布本周</translation>
    </message>
    <message>
        <source>Differences from what was published</source>
        <translation>与已发布版本的差异</translation>
    </message>
    <message>
        <source>Audit pack…</source>
        <translation>审计包…</translation>
    </message>
    <message>
        <source>Audit pack</source>
        <translation>审计包</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) in the week and its figures.</source>
        <translation>
            <numerusform>本周及其数据有 %n 条需要查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>The week is published as edition %1.</source>
        <translation>本周已发布为第 %1 版。</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) from edition %1.</source>
        <translation>
            <numerusform>与第 %1 版有 %n 处差异。</numerusform>
        </translation>
    </message>
    <message>
        <source>What differs from the edition before</source>
        <translation>与已发布版本的差异</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>请查看</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>有误</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>程度</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What the checks found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>At work…</source>
        <translation>正在处理…</translation>
    </message>
</context>
<context>
    <name>weekboard::RatingModel</name>
    <message numerus="yes">
        <source>%1, %n week(s)</source>
        <translation>
            <numerusform>%1，%n 周</numerusform>
        </translation>
    </message>
    <message>
        <source>changed: give the reason</source>
        <translation>有变化：请写明理由</translation>
    </message>
    <message>
        <source>to be rated; Enter keeps the last one</source>
        <translation>待评级；回车沿用上次</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>板块</translation>
    </message>
    <message>
        <source>Last rating</source>
        <translation>上次</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待查看</translation>
    </message>
</context>
<context>
    <name>weekboard::RecordModel</name>
    <message>
        <source>no code of a stock, such as 300308.SZ</source>
        <translation>不是股票代码，例如 300308.SZ</translation>
    </message>
    <message>
        <source>a change in per cent is missing</source>
        <translation>缺涨跌幅（%）</translation>
    </message>
    <message>
        <source>the name is missing</source>
        <translation>缺名称</translation>
    </message>
    <message>
        <source>the text is missing</source>
        <translation>缺正文</translation>
    </message>
    <message>
        <source>no day, such as 2026-04-15</source>
        <translation>不是日期，例如 2026-04-15</translation>
    </message>
    <message>
        <source>neither a series nor a board</source>
        <translation>既不是指标也不是板块</translation>
    </message>
    <message>
        <source>type here…</source>
        <translation>在此输入…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Week change, %</source>
        <translation>周涨跌幅（%）</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Text in English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Series or board</source>
        <translation>指标或板块</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待查看</translation>
    </message>
</context>
<context>
    <name>weekboard::SeriesCard</name>
    <message>
        <source>Series</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Against before</source>
        <translation>较上期</translation>
    </message>
    <message>
        <source>YoY</source>
        <translation>同比</translation>
    </message>
    <message>
        <source>24 months</source>
        <translation>近24个月</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>%1 (computed)</source>
        <translation>%1（计算值）</translation>
    </message>
    <message>
        <source>published: %1; computed from levels: %2</source>
        <translation>公布值：%1；按水平值计算：%2</translation>
    </message>
    <message>
        <source>%1, next is due</source>
        <translation>%1，应有新数据</translation>
    </message>
    <message>
        <source>public since %1</source>
        <translation>%1 起公开</translation>
    </message>
</context>
<context>
    <name>weekboard::SeriesDialog</name>
    <message>
        <source>Daily</source>
        <translation>日度</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>周度</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>月度</translation>
    </message>
    <message>
        <source>Quarterly</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>Annual</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>收盘价</translation>
    </message>
    <message>
        <source>Level at the end of the period</source>
        <translation>期末存量</translation>
    </message>
    <message>
        <source>Sum since January</source>
        <translation>年初累计</translation>
    </message>
    <message>
        <source>Sum of the period</source>
        <translation>当期值</translation>
    </message>
    <message>
        <source>Share, %</source>
        <translation>占比（%）</translation>
    </message>
    <message>
        <source>Growth, %</source>
        <translation>增速（%）</translation>
    </message>
    <message>
        <source>Change of a price, %</source>
        <translation>涨跌幅（%）</translation>
    </message>
    <message>
        <source>Net addition since year-end</source>
        <translation>比上年末净增</translation>
    </message>
    <message>
        <source>There is no figure to withdraw.</source>
        <translation>没有数据可撤回。</translation>
    </message>
    <message>
        <source>There is no figure to correct.</source>
        <translation>没有数据可更正。</translation>
    </message>
    <message>
        <source>It cannot have been public before its period began.</source>
        <translation>不可能在该期开始之前公布。</translation>
    </message>
    <message>
        <source>The period has not begun yet.</source>
        <translation>该期尚未开始。</translation>
    </message>
    <message>
        <source>That day has another figure already; correct it with the verb “weekboard set … --correct”.</source>
        <translation>该公布日已有其他数值；请用 weekboard set … --correct 更正。</translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation>指标 %1</translation>
    </message>
    <message>
        <source>New series</source>
        <translation>新建指标</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>历次发布</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name in Chinese</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>频率</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>小数位</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>From period end to release</source>
        <translation>期末至公布</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Not followed any more: its figures stay, none is waited for</source>
        <translation>不再跟踪：数据保留，不再等待更新</translation>
    </message>
    <message>
        <source>Period, such as 2026-02</source>
        <translation>期间，如 2026-02</translation>
    </message>
    <message>
        <source>Figure, or none</source>
        <translation>数值，或 none</translation>
    </message>
    <message>
        <source>Public since, such as 2026-03-25</source>
        <translation>公布日，如 2026-03-25</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>A code is letters, digits, dots, dashes and slashes, such as miit.base_stations_5g.</source>
        <translation>代码由字母、数字、点、横线与斜线组成，例如 miit.base_stations_5g。</translation>
    </message>
    <message>
        <source>Name, unit and source must be given.</source>
        <translation>名称、单位与来源不能为空。</translation>
    </message>
    <message>
        <source>There is a series %1 already.</source>
        <translation>已有指标 %1。</translation>
    </message>
    <message>
        <source>A series with figures keeps its frequency.</source>
        <translation>已有数据的指标不能更改频率。</translation>
    </message>
    <message>
        <source>The series is kept.</source>
        <translation>指标已保存。</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Public since</source>
        <translation>公布日</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>“%1” ends no period of this series.</source>
        <translation>“%1”不是该指标的期末。</translation>
    </message>
    <message>
        <source>“%1” cannot be a figure of this series.</source>
        <translation>“%1”不可能是该指标的数值。</translation>
    </message>
    <message>
        <source>“%1” is no day, such as 2026-03-25.</source>
        <translation>“%1”不是日期，例如 2026-03-25。</translation>
    </message>
    <message>
        <source>The store has this figure already.</source>
        <translation>数据库中已有该数值。</translation>
    </message>
</context>
<context>
    <name>weekboard::SeriesPage</name>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Voice and SMS</source>
        <translation>语音与短信</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Capital expenditure</source>
        <translation>资本开支</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>出口</translation>
    </message>
    <message>
        <source>Internet of things</source>
        <translation>物联网</translation>
    </message>
    <message>
        <source>Indices</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>公布值</translation>
    </message>
    <message>
        <source>YoY published</source>
        <translation>公布同比</translation>
    </message>
    <message>
        <source>YoY computed</source>
        <translation>计算同比</translation>
    </message>
    <message>
        <source>Single periods</source>
        <translation>单期值</translation>
    </message>
    <message>
        <source>Net change since year-end</source>
        <translation>较上年末变动</translation>
    </message>
    <message>
        <source>All series</source>
        <translation>全部指标</translation>
    </message>
    <message>
        <source>Back to all series (Esc)</source>
        <translation>回到全部指标（Esc）</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Names, unit, release lag and every release of the series</source>
        <translation>名称、单位、公布时滞与历次发布</translation>
    </message>
    <message>
        <source>New series…</source>
        <translation>新建指标…</translation>
    </message>
</context>
<context>
    <name>weekboard::SheetModel</name>
    <message>
        <source>%1  ·  %2  ·  %3</source>
        <translation>%1  ·  %2  ·  %3</translation>
    </message>
    <message>
        <source>no figure</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>another unit than %1</source>
        <translation>单位与%1不符</translation>
    </message>
    <message>
        <source>cannot be such a figure</source>
        <translation>不可能是该指标的数值</translation>
    </message>
    <message>
        <source>no finite number</source>
        <translation>不是有限的数</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1   YoY %2</source>
        <translation>%1   同比 %2</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>上期</translation>
    </message>
    <message>
        <source>A year ago</source>
        <translation>上年同期</translation>
    </message>
    <message>
        <source>New</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待查看</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (right: %2)</source>
        <translation>%1（已确认无误：%2）</translation>
    </message>
    <message>
        <source>withdraws %1</source>
        <translation>撤回 %1</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2（%3）</translation>
    </message>
</context>
<context>
    <name>weekboard::SpecEditor</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Edit the exhibit</source>
        <translation>编辑图表</translation>
    </message>
    <message>
        <source>The exhibit&apos;s description</source>
        <translation>图表说明</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Line %1, %2: expected %3</source>
        <translation>第 %1 行，%2：应为 %3</translation>
    </message>
</context>
<context>
    <name>weekboard::StatusBar</name>
    <message>
        <source>in order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>today&apos;s copy could not be made</source>
        <translation>今日备份未能完成</translation>
    </message>
    <message>
        <source>on a network or synchronised folder: one machine at a time</source>
        <translation>位于网络或云同步文件夹，请勿多机同时使用</translation>
    </message>
</context>
<context>
    <name>weekboard::ViewpointsCard</name>
    <message>
        <source>Viewpoints of the week</source>
        <translation>本周观点</translation>
    </message>
    <message numerus="yes">
        <source>%n viewpoint(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>No viewpoints were written for this week.</source>
        <translation>本周没有观点。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>weekboard::WeekCalendar</name>
    <message>
        <source>Choose a week from the calendar</source>
        <translation>从日历中选择一周</translation>
    </message>
</context>
<context>
    <name>weekboard::WeekNavigator</name>
    <message>
        <source>Choose a week from the calendar</source>
        <translation>从日历中选择一周</translation>
    </message>
    <message>
        <source>Previous week (Alt+Left)</source>
        <translation>上一周（Alt+←）</translation>
    </message>
    <message>
        <source>Next week (Alt+Right)</source>
        <translation>下一周（Alt+→）</translation>
    </message>
    <message>
        <source>Previous week</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>下一周</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>The latest week with figures (Alt+End)</source>
        <translation>最近有数据的一周（Alt+End）</translation>
    </message>
</context>
</TS>
