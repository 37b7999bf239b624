"""From an article to statements, each tied to its exact words.

Reading: ``read`` finds files; ``decode`` their bytes, ``markup`` web pages; ``sidecar`` and
``byline`` tell who published when; the result is a ``document``.

Layout: ``fold`` makes the shadow that rules match against; ``line``, ``heading``, ``segment`` and
``sentence`` part it; ``item`` finds the rows of lists and ``label`` reads what stands over them;
``token`` parts words.

Names: ``name`` by ``headnoun`` with the ``modifier`` words before it, over a ``bracket`` and a
``prelude`` that looks like none of it or a ``business`` that looks like a deed, and none that is
only ``counted``, ``quoted`` in quotes, ``titled`` the document that the whole text is, ``place``,
``settlement`` (places that no table has), ``portion`` (parts that only their row tells), ``firm``
in a ``stretch`` of words, ``subsidiary`` of one known everywhere, ``person`` after a ``surname``,
whose ``post`` stands before the name and whose ``office`` behind it, ``employer`` the body that
only this tells, ``holder`` who shares it, ``witness`` without either, ``foreigner`` with a point;
``peer`` finds companies by the row their ``brand`` stands in, ``slot`` by what stands around a
``coinage`` and ``lineup`` by what closes a row of such, ``closer`` says what a row is of,
``listed`` by a noun behind it, ``again`` where else; ``masthead`` finds papers, ``council``
governments by their bare word, and ``branch`` says what the whole of a name tells of its class;
``mention`` brings them together, ``edge`` says where each ends over a ``cover`` of what is named,
``tier`` parts a town from its county, ``entity`` which are one and ``shortening`` which of two
names is the other written short; ``declaration`` finds other forms that the text gives of a name,
``contraction`` short ones that it does not, by ``initial`` letters, too, ``remainder`` what is
left of one, ``renamed`` what was called otherwise, and ``reference`` the short words between them;
``pointer`` what they stand for by what was ``spoken`` of, ``bygone`` what is no more, and ``sort``
which of them mean none of all these; ``posed`` as what it shows another; ``couple`` which two 前者
and 后者 tell apart, ``trail`` what was named last, and most.

Facts: ``clause`` parts a sentence, ``codoer`` finds doers behind a name that is not known, ``seam``
where one list is two, ``splinter`` what only opens a longer name, ``link`` finds its verbs that
describe a thing, ``theme``, ``stake``, ``meeting``, ``means`` and ``subject`` say who each ``turn``
of it is about, ``aside`` which clauses only say who builds or pays, ``head`` what a list item is
about, ``protagonist`` a section and ``realm`` a whole plan or report, and ``parse`` holds all that;
then ``relate`` with ``frame``, ``complement``, ``object``, ``sense`` and ``agency``, ``structure``,
``subfund``, ``spatial``, ``site``, ``spot``, ``cell``, ``tenant``, ``dweller``, ``precinct``,
``gathering``, ``lodging``, ``governance``, ``steward``, ``succession``, ``partner``, ``reliance``,
``joint``, ``focus``, ``membership``, ``designate``, ``conversion``, ``capacity``, ``aid``,
``sponsor``, ``financing``, ``enactment``, ``issuer``, ``share``, ``belonging``, ``chained``,
``innate``, ``role`` (in the ``seat`` that is written, in the ``sphere`` of its title), ``founder``,
``status`` and ``row``, each for its kind of fact; ``founding`` and ``grant`` find the words of a
status beside its own, ``ending`` says whether one ends its clause, ``sequel`` whether it goes on
about a thing named before, ``built`` which classes stand on a rung, ``edifice`` what a part tells
of the whole, ``rung`` how far a word puts a thing, and ``ladder`` how all of a text stand;
``topic`` says what is a field and what an industry. ``speech`` tells who says it by what ``saying``
leads on to, ``panel`` by whom whole paragraphs are, ``spokesman`` for which body, ``modality``
whether it is stated or only meant, ``dating`` whether its day has come, ``ambition`` whether the
lead of a sentence makes it a goal, ``hearsay`` whether it is only passed on (by words that
``guarded`` finds), ``denial`` whether the clause denies all of itself, ``proviso`` whether it is
what something else depends on, ``promise`` which relations only lie ahead, ``outlook`` which parts
of the text and ``prospect`` which relations with them. ``learned`` weighs what the rules find, and
``unnamed`` takes back what is told of a thing without a name.

Numbers: ``numeral``, ``numberpattern``, ``bare`` and ``quantity``; ``moment``, ``timepattern`` and
``date``; ``observe`` ties them to their subject, which ``owner`` finds: a ``receiver`` when it is
given something, a ``purpose`` named behind the number, an ``area`` when only areas have such, or
what ``fitting`` lets have it and ``gain`` says gets it; a ``stray`` is of something without a
name, such as the ``wider`` area that the text never names; and ``indicator`` to what they count: a
``nounphrase`` beside the number, a ``compare`` with one told before. ``validity`` before, or a
``distance``. ``currency`` tells when it holds, ``currency`` whose money a sum is, ``attendance``
which only count guests, and ``wish`` which numbers are only wished for.

Statements: rules write a ``draft``; ``verify`` lets it through as a ``statement``; ``extract``
runs all of this; ``review`` applies a curator's file, which ``tabular`` reads.

Evaluation: ``passage`` reads short texts annotated in the line; ``evaluate`` compares with gold,
``score`` counts, ``scoreboard`` prints. ``calibrate`` measures how often statements of a kind are
right, and ``confidence`` says so of each.

Learning words: ``sample`` gathers what people say of articles, ``sighting`` the words that no cue
has, and ``proposal`` makes rows of them.
"""
