// Answers that hang on one object alone: each is made once, and forgotten with its object.

export function remembered<Key extends object, Answer extends NonNullable<unknown>>(
  make: (key: Key) => Answer,
): (key: Key) => Answer {
  const answers = new WeakMap<Key, Answer>();
  return (key) => {
    let answer = answers.get(key);
    if (answer === undefined) answers.set(key, (answer = make(key)));
    return answer;
  };
}
