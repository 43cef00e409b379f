// What can be said against data beside the post; see `messages.ts`.

export const DATA_PROBLEMS = {
  'data.form':
    'Data is named by its file, and by the array in it where there are several: \\operatorname{file}(data.npz, x)',
  'data.alone':
    'Data is bound to a name by a line of a worksheet; write w = \\operatorname{file}(data.npy) there, and here w',
  'data.not-here': 'Data is read by the worksheets of a post; write this line into one',

  'data.missing': 'There is no file {path} beside the post; correct its name',
  'data.outside': '{path} leads out of the folder that is open; move the file into it',
  'data.no-file':
    '{path} is not read: links, pipes and devices are not followed; put the file itself there',
  'data.changed': '{path} cannot be read any more; write it once again',
  'data.too-large':
    '{path} takes {size} MB and the limit is {limit} MB; raise the setting postulate.limits.postSize, or --max-size of the command line',

  'data.pickle':
    '{path} may be a pickle, which runs code when it is read; save the array with numpy.save as .npy',
  'data.objects':
    '{path} holds Python objects, which run code when they are read; save numbers: a.astype("float64")',
  'data.format':
    '{path} is of no format that is read; save it as .npy, .npz, .safetensors, .csv, .tsv or .json',
  'data.damaged': '{path} is not a whole {format} file; save it again',
  'data.size': '{path} has {found} bytes of numbers where its head says {expected}; save it again',
  'data.not-text': '{path} is not text in UTF-8; save it as such',
  'data.kind':
    '{path} has entries of the kind {kind}, which is not read; save it as float32 or float64',
  'data.fields': '{path} has several fields in each entry; save one of them: a["name"]',

  'data.no-key': '{path} has no {key}; write one of {keys}',
  'data.key-needed': '{path} holds {keys}; say which: \\operatorname{file}({path}, {first})',
  'data.no-names': '{path} gives its numbers no names; leave out {key}',
  'data.two-columns': '{path} has two columns {key}; give one of them another name',
  'data.axes':
    '{path} has the shape {shape}; take a vector or a matrix of it: \\operatorname{file}({path}, {part})',
  'data.indices': '{path} has the shape {shape} and more indices here; leave one out',
  'data.index':
    'Index {index} is out of range in {path}, of shape {shape}; the entries go from {first} to {last}',

  'data.empty': '{path} holds no numbers; write some into it',
  'data.not-a-number':
    'Entry {place} of {path} is no number (NaN); leave it out or fill it in before you save',
  'data.no-number': 'Value {place} of {path} is no number: {found}; write one',
  'data.cell':
    'Line {line} of {path} has no number in column {column}: {found}; write one, or name the column that you mean',
  'data.cells': 'Line {line} of {path} has {found} cells, the first has {expected}; fill it up',
  'data.rows': '{path} has rows of different lengths, {expected} and {found}; fill them up',
} as const;
